"""The families that nobody tells apart by a name alone: each mention is asked or right, none is wrong.

A mention is marked {words=who}. "?" instead says that the text leaves it open: it must be unresolved. With
"~" it may be unresolved, or with its own person, but never with somebody else.
"""

from __future__ import annotations

import itertools
import random
import re

import pytest

from redact.resolve import resolve
from redact.values.people import Mention, Resolution
from redact.values.text import Document
from tests.resolve.telling import told

_WHO = re.compile(r"\{([^={}]*)=([^{}]*)\}")


def case(text: str) -> tuple[list[Document], list[Mention], list[str]]:
    """Make one document for each part between two bars, and say who each mention is."""
    who = [found[2] for found in _WHO.finditer(text)]
    documents, mentions = told(*_WHO.sub(lambda found: "{" + found[1] + "}", text).split(" || "))
    return documents, mentions, who


def judged(resolution: Resolution, mentions: list[Mention], who: list[str]) -> None:
    """Hold a resolution against what is said of each mention."""
    of = {mention: entity.id for entity in resolution.entities for mention in entity.mentions}
    people: dict[str, set[str]] = {}
    for mention, name in zip(mentions, who, strict=True):
        if name == "?":
            assert mention not in of, "open, and linked"
        elif not name.endswith("~"):
            assert mention in of, f"{name} is not told"
        if mention in of and name != "?":
            people.setdefault(of[mention], set()).add(name.rstrip("~"))
    assert all(len(names) == 1 for names in people.values()), "two people in one"
    told_ids: dict[str, set[str]] = {}
    for mention, name in zip(mentions, who, strict=True):
        if mention in of and not name.endswith(("~", "?")):
            told_ids.setdefault(name, set()).add(of[mention])
    assert all(len(ids) == 1 for ids in told_ids.values()), "one person in two"


CASES = [
    # "once" that says how often, and what a neighbour is not
    "I met {Ida Rook=m} once, {Kay Orton=k} three times. {Kay=k} rang. {Orton=k} left. {Rook=m} too.",
    "{Ida Rook=m}, once {Ida Orton=m}, came. {Orton=m} left.",
    "Social worker {Ida Rook=s} came. {Rook=?} wrote. The neighbour {Rook=n} said so. {Ida=s} left.",
    # a family of nine with one surname, in several papers
    "{Ida Rook=m}, {Tom Rook=f} and {Kay Rook=k} live here. {Ida=m} rang. {Rook=?} was seen. || "
    "{Ben Rook=b}, {Eve Rook=e} and {Max Rook=x} came. {Eve=e} left. || {Amy Rook=a}, {Joe Rook=j},"
    " {Sue Rook=s}. {ROOK=?}",
    "The {Rooks=1~} came. {Ida Rook=m} and {Tom Rook=f}. The {Rook=2~} household is known. {Rook=?} left.",
    "Mr {Tom Rook=f} and Mrs {Ida Rook=m}; {Kay Rook=k}, child. Mr {Rook=f} rang. Mrs {Rook=m} left."
    " {Rook=?}",
    "{Ida Rook=m} and {Ivy Rook=k}. {I. Rook=?} rang. {IR=?} left. {Ida R=m} too.",
    "{ROOK=m} {Ida=m}, mother. {ROOK=f} {Tom=f}, father. {ROOK=?} was seen. {Ida Rook=m}. {Tom Rook=f}.",
    "{Rook, Ida=m}; {Rook, Tom=f}; {Orton, Ida=o}. {Ida=?} rang. {Tom=f} left.",
    "{Ida Rook=m}. {Kay Rook-Orton=k}. {Rook=m~}. {Kay=k} left. {Rook-Orton=k} too.",
    "{Ida Rook=m} came. The log of the {Rook=l~} lads is shut. {Rook=m} left.",
    # two workers of one surname
    "PC {Rook=p} and HV {Rook=h} came. {Rook=?} left. PC {Rook=p} stayed.",
    "PC {Ida Rook=p} came. || HV {Tom Rook=h} came. HV {Rook=h} left. {Rook=?} rang.",
    "The social worker {Kay Bell=s} and the teacher {Ian Bell=t}. {Bell=?} wrote. SW {Bell=s} rang.",
    "Dr {Bell=d~} and {Kay Bell=s}, social worker. {Bell=?} wrote.",
    "SW {Kay Bell=s} wrote. {Kay=s~} left. || DS {Kay Moss=d} came. || {Kay=?} rang.",
    "{Bell=x} and {Bell=y} signed.".replace("=x", "=?").replace("=y", "=?"),
    "SW {Kay Bell=s} and Mr {Bell=~} came.",
    "With FC {Ida Rook=c} and {Rook=?} the child slept.",
    "{Kay Bell=s} took over from {Bell=~}. || TM {Una Bell=t} signed.",
    # two whose names are written nearly alike, and who are told as two
    "{Emma Clarke=m}, the mother, rang. {Emma Clark=t}, the teacher, wrote. Ms {Clark=t~} left.",
    "{Anna Maria Costa=m}, mother. {Maria Costa=g}, grandmother. {Anna=m} rang.",
    "{Jordan Lewis=j}, aged 15. {Lewis Jordan=l}, his friend. {Jordan=?} ran. {Lewis=?} stayed.",
    "{Lynn Harper=s}, social worker. {Harper Lynn=c}, aged 6. {Harper=?} wrote. {Lynn=?} left.",
    "{Tom Reed=f} (father) and {Tom Reed=g} (paternal grandfather) share a house. {Tom Reed=?} was drunk.",
    "{Steven Pike=f}, father. PC {Stephen Pike=p} attended.",
    "{Kerri Walsh=a}, the mother's sister, rang. {Kerry Walsh=b}, the health visitor, came. {Walsh=?} wrote.",
    "{Mia Hill=c}, aged 4. {Mia Hall=n}, nursery nurse. {Mia=?} played. {Hall=n} wrote.",
    "{John Paul Kay=f}, father. {Paul Kay=u}, uncle. {John Kay=g}, grandfather. {Paul=u~} came. {John=?}.",
    # whom an age or a calling excludes
    "Ms {Stone=s} came. || {Rosie Stone=c}, aged 5.",
    "SW {Stone=s} came. || {Rosie Stone=c} is five years old.",
    "The social worker, {Stone=s}, came. || {Rosie Stone=c} (5) was seen.",
    "Mr {Stone=s~} came. || The six-year-old {Ross Stone=c} was seen.",
    "Mrs {Iqbal=t}, teacher. {Samina Iqbal=m}, mother. Mrs {Iqbal=?} said so. {Samina=m} agreed.",
    # names that are words
    "{Hope Rook=h} is four. {Will Penny=w}, her mother's partner, left. {hope=h} and {will=w} came."
    " {Penny=w} too.",
    "{Hope Rook=h} is four. {Will Hope=w}, the partner, left. {hope=?} was seen. {Hope=?} rang."
    " {Will=w} rang.",
    "{Grace Rook=g}. {Mark Grace=m}. {Grace=?} rang. {grace=?} left. {Mark=m} stayed. {GRACE=?}",
    "{Summer Rook=s} and {Joy Summer=j}. {Summer R=s} rang. {Joy=j} left. {J. Summer=j}. {summer=?}",
    "{Faith Rook=f}. {Rose Faith=r}. Miss {Faith=r~} rang. {Rose=r}.",
    # maiden and married names
    "{Ida Rook=m} (née {Orton=m}) came. {Ida Orton=m} was at school here. {Orton=m} rang.",
    "{Ida Rook=m} (née {Orton=m}) came. {Tom Orton=g}, her father, rang. {Orton=?} left.",
    "New patient: {Ida Rook=m} prev. {Ida Orton=m}, from Anytown. || {Ida=m} rang. {Ida Orton=m} was here.",
    "{Ida Rook=m}, formerly {Ida Orton=m}, came. || {Ida Orton=m} was seen in May.",
    "{Ida Rook=m} came. || {Ida Orton=o} came.",
    "MGM REMARRIED, NOW {HALE=a~}, WAS {ORTON=?}. {Ida Orton=m} is the mother.",
    "{Kay Rook=k} came. Known under the surname {Rook=~}. {Ida=i} left.",
    # a nickname that is another's first name, and short forms
    "{Margaret Rook=g} and {Peggy Orton=p}. {Peggy=?} rang. {Margaret=g} left.",
    "{Robert Rook=r}. {Bob Rook=b} and {Robert Rook=r} came. {Bob=?} left.",
    '{Robert Rook=r} ("{Bob=r}") came. {Bob=r~} left. || {Bob Orton=o} rang. || {Bob=?} wrote.',
    "{Alexander Rook=a} and {Alexandra Orton=b}. {Alex=?} rang.",
    "{Parviz Rook=p} came. {Parviz=p} left. Before {Parry=~} the court sat.",
    "{Halima-Sani Rook=h} came. My colleague {Haley=~} left.",
    "{Habiba Rook=h} came. {Habib=~} picks her up.",
    "{Safiya-Nur Rook=s} came. || The man says that he is {Nur=~}.",
    "{Jasmin-Rae Rook=j} and {Ida Orton=o} came. {Jasmin=~} spoke.",
    "{Ida Rook-Orton=k} sang. {Rook=?} rang. {Orton=?} left. {Rook-Orton=k}. {I. Rook=?}",
    # namesakes of whom only the prose tells
    "{Kay Rook=k} lives with her father, {Tom Rook=f}. Her uncle, also called {Tom Rook=u}, stayed. || "
    "{Tom Rook=?} fetched {Kay=k}. Dad ({Tom Rook=f}) rang. {Tom=?} left.",
    "{Ida Rook=i~} was named after her grandmother, {Ida Rook=g~}, who died. {Ida=?} slept.",
    "The father, {Tom Rook=f} senior, and {Tom Rook=s} junior came. {Tom Rook=?} rang. {Tom=?} left.",
    "{Ida Rook=m} came. Ms {Rook=?} rang. || The housing officer, a different Ms {Rook=?}, wrote. {Rook=?}",
    "{Ida Rook=m} came. Ms {Rook=m} rang. || Scanned to the record of another {Rook=?}. {Rook=m} left.",
    "{Una Bell=u} (head, no relation of PC {Bell=p~}) and PC {Dean Bell=p}. PC {Bell=p~} left. {Bell=?}",
    # foster carers of whom only a forename is known, which is a parent's too
    "The mother is {Donna Rook=m}. || Placed with {Donna=?} and {Pete=p}, approved foster carers. || "
    "{Donna=?} bathed her. {Pete=p} read. {Donna Rook=m} rang.",
    "Mother: {Donna Rook=m}. || Foster carers' daily log: {Donna=?} & {Pete=p}. {Donna=?} rang.",
    "Her mother, {Donna Rook=m}, rang. || Dear {Donna=?}, she ate her tea. From {Donna=?}",
    "Foster carer {Donna Rook=m} rang. || Foster carers: {Donna=m} and {Pete=p}. {Donna=m} left.",
    # a doctor, a nurse and a constable of the family's surname
    "{Shirin Rook=m}, the mother, rang. Dr {Rook=g} came. Dr {S Rook=g} left. {Rook=?}",
    "{Ida Rook=m}, the mother, rang. {Rook=h}, health visitor, came. PC {Rook=p} left. {Rook=?}",
    # a slip in what is one's forename and another's surname, and a word behind a birth
    "{Ismail Rook=f} and {Kay Ismail=k}. " + "{Ismail=?} rang. " * 9 + "{Ismael=?} left.",
    "{Kay Rook=k} born. {Tom=t} came. || {Tom Rook=t} left.",
    # initials of those who were present at a meeting, and of whoever signs
    "The mother, {Ida Rook=m}, rang. {Ida Rook=m} left. || Present: {IR=?}, {KB=k}, {TO=t}. {Ida Rook=m}",
    "The mother, {Ida Rook=m}, rang. {Ida Rook=m} left. No reply. Signed {I.R.=?}",
    # titles that are not one person's
    "{Sascha Rook=k} sang. Mr {Rook=?} rang. {Sascha=k} left.",
    "{Sascha Rook=k} is four. Mr {Rook=p} rang. {Sascha=k} left.",
    "{Sascha Rook=k} is four. Mr {Rook=p~} rang. || Mr {Marek Rook=p} left.",
    "{Ida Rook=i}, aunt. Mrs {Jo Rook=m}. Ms {Rook=?} rang.",
    "{Sascha Rook=n}. Ms {Rook=~} rang. || {Ida Rook=m} came.",
    "Ms {Jo Rook=m} came. Mrs {Bea Rook=b} left. Ms {Rook=m} rang.",
    "Ms {Jo Rook=m} came. || Ms {Rook=~} of number 4 and {Bea Rook=b} rang. || Ms {Rook=~} wrote.",
    # other spellings and pet names of a forename, from elsewhere too
    "{Chantal Rook=c} is four. {Chantal=c} ran. {Shantal=c} slept.",
    "{Zainab Rook=z} is four. {Zainab=z} ran. {Seynab=z} slept. {Zee=z} ate.",
    "{Kerry Rook=k} teaches. {Kerri=~} rang. {Kerri=~} left. {Kerri=~} wrote.",
    "{Wiktoria Rook=w} is four. {Wika=w} ran. || {Tomasz Orton=t} came. {Tomek=t} left.",
    "{Ayodele Rook=a} came. {Dele=a} left. || {Oghenetega Orton=o} came. {Tega=o} left.",
    "{Ida Orton=i} rang. {Tom Rook=t}, {Spike=t} to his friends, came. {Spike=t} left.",
    "{Farooq Rook=f} came. His mates call him {Fuzz=f}. {Fuzz=f} left.",
    "{Ida Rook=m}, whom everyone knows as {Dot=m}, came. {Dot=m} left.",
    "{Des Orton=d}, as the street calls him, rang. {Ida Rook=m} left. {Orton=d} wrote.",
    "{Folasade Rook=f} came. The children call her {Mama Sade=f}. {Mama Sade=f} left.",
    # mother and aunt, mother and son with one surname between them
    "{Dawn Ashton=m}, mother. {Dawn Prowse=a} (n\u00e9e {Ashton=a}), maternal aunt. {Dawn=?} rang.",
    "The mother is {Dawn Ashton=m}. Her sister-in-law, {Dawn Prowse=a}, n\u00e9e {Ashton=a}, rang. {Dawn=?}",
    "{Dawn Ashton=m} is the mother. The aunt {Dawn Prowse=a}, n\u00e9e {Ashton=a}, lives near.",
    "{Halina Rook n\u00e9e Orton=h} came. {Halina Orton=h} left. {Halina=h} wrote.",
    "{Celina Rook=c} rang. {Celina=c} was herself {Orton=c} once. {Celina Orton=c} left.",
    "{Osian Rook=o}, formerly {Osian Orton=o}, is the son of {Delyth Rook=d}, born {Orton=d}. "
    "{Emrys Orton=e} came. {Osian Rook=o}. {Delyth Rook=d}. {Osian=o}. {Delyth=d}.",
    "Anyone called {Orton=m} in the older files is the same woman as {Ida Rook=m}. {Kay Orton=k} left.",
    # names that are titles or begin with a saint, and two of one surname side by side
    "{Earl Rook=e} came. {Eanna Rook=a} rang. {Earl=e} left. {Rook=?}",
    "{St John Rook=s} came. {Ida Rook=m} rang. {St John=s} left.",
    "{Gwyneth B-D=g} and {Gwyneth Bell-Davies=g} came.".replace(" and ", " || "),
    "{Ida Rook=i} came. {Rook=?} is tired and says so; {Rook=?} is tired and says not.",
    # initials
    "{Ida Rook=m} rang. || Seen. {IR=x}.",
    "{Ida Rook=m} and {Ian Ross=r}. {IR=?} rang. {I.R.=?}",
    "SW {Ida Rook=m} came. || {Imran=i} and {Reed=r} met {Rook=m}. || {IR=x} signed.",
    "Initials: DS {Dora Sand=d}. {Dora Sand=d}, social worker. {Dora Sand=d} wrote. {Sand=d}.",
    # of whom all papers speak, the initials are hers also where a paper does not name her
    "{Ida Rook=m} rang. " * 20 + "|| {Imran=i} and {Reed=r} met. || Seen. {IR=m}.",
    # an officer's rank or collar number, and somebody who is a Mr or a social worker
    "{Tom Rook=t} wrote. Mr {Rook=t} came. || PC {Rook=?} rang. {Rook=?} left.",
    "SW {Ida Rook=i} wrote. SW {Rook=i} rang. || 8348 {Rook=x} content. || {Rook=?} left.",
    "SW {Ida Rook=i} wrote. SW {Rook=i} rang. || 1430 {Rook=i} came.",
    # names that were searched are side by side, and may be one's
    "Searches used {Orton=o}, {Rook=t} and {Tom Rook=t}. || {Rook=t} rang.",
    # another spelling, and the beginning, of a forename that is written often
    "{Beatriz Rook=b}. " * 20 + "|| {Beatris=b} rang. || {Islan=x} and {Isla Orton=i}.",
    "{Neville Rook=n}. " * 20 + "{Nev=n} rang. || {Lau=x} left.",
    # slips, and what is none
    "{Zachary Simmons=z} came. {Zachary=z} left. {Zachary Simmons=z}. {Sirnmons, Zachary=z}.",
    "{Ogechi Chinyere Rook=o}. {Ogechi Chhinyere Rook=o}. {Ogechi Rook=o} rang. {Ogechi=o}.",
    "{Jayden Rook=j} and {Hayden Rook=h}. {Jayden=j} rang. {Hayden=h} left.",
    "{Shukri-Deqa Rook=s}. Mrs {Shu-kri-Deqa Rook=s}. {Rook=s} rang.",
    # two of one name
    "{Tom Rook=a} (b. 1.2.1961) and {Tom Rook=b} (b. 3.4.2009) came. {Tom=?} left. {TR=?}",
    "CHILDREN: {ROOK, TOM=t}; {ROOK, KAY=k}\tDOB\t3.4.2009; 5.6.2011. {Tom Rook=t} (b. 3.4.2009). {Tom=t}",
    # the registrar ends a sentence
    "Told the registrar. {Kay=k} left. || SW {Kay Bell=k} wrote. {Kay Bell=k}",
    # the pieces of one name, and of two
    "Man says he is {Nur=n} {Kebede=n}. || {Nur Kebede=n} rang.",
    "{Ida Rook=m} came. {Ida=m} and {Tom=t} {Rook=~} left. {Tom Rook=t}.",
    "{Tom Rook=t} came. {Ellis R=e} and {Tom=t} {Rook=both~} asked. {Tom=t} left.",
    "{Dela Cruz=?} left. {Oanh Dela Cruz=o} and {Mai Dela Cruz=m}. {DELA CRUZ=o} {Oanh=o}",
    # who is named much oftener, where another paper alone has another form of her name
    "{Kay Minh=k~}, child. {Kay Minh=k~} ate. {Kay Minh=k~} slept. {Minh=k~} sang. || {Minh Kay=k~} came.",
    "{Ida Rook=m}, mother. {Ida Rook=m} rang. {Ida Rook=m} wrote. {Ida=m} left. || {Ida Orton=m~} came. ||"
    " {Una Orton=g}, grandmother, and {Ida=m} came.",
    # the same where something is told of the other, or her surname is nobody's here
    "{Ida Rook=m}, mother. {Ida Rook=m} rang. {Ida Rook=m} wrote. || {Ida Orton=t}, teacher, came. || {Ida=?}"
    " came. {Una Orton=g}, grandmother, left.",
    "{Ida Rook=m}, mother. {Ida Rook=m} rang. {Ida Rook=m} wrote. || {Ida Tidswell=t} came. || {Ida=?} came.",
    # one whole name of a family and of a calling; a surname that is a short form shows none
    "The grandmother, {Ida Rook=g}, rang. Health visitor {Ida Rook=h} came. {Ida Rook=?} wrote.",
    "Mother: {Ida Ta=m}. {TA=m} {Ida=m}. {Ida Ta=m} rang.",
    # one whole name in two rows of one family table
    "Grandfather\t{Tom Rook=g}\nUncle\t{Tom Rook=u}\nAunt\t{Ida Rook=a}\n\n{Tom Rook=?} and"
    " {Ida Rook=a} left.",
    # carers of another surname, in a field of their own; a mother who is called carer elsewhere
    "Carers: {Kay=?} and {Tom Rook=t} || {Kay Orton=k} came. {Kay=?} ate. || Mother: {Ida Orton=m}.",
    "Parent/carer: {Ida Orton=m}, mother. || {Max=k} is in foster care with {Ida=?}. || {Ida=?} rang.",
    # a maiden name in a family table without headings, that is the grandmother's surname too
    "{Ida Rook=m}\t{Orton=m}\tmother\t04.05.81\n\n{Una Orton=g}\tgrandmother || Mrs {Orton=?} came.",
    # columns of a panel: a usual forename tells the order, or the other rows do
    "{Orton=o}\t{Linda=o}\tpanel member || {Linda Orton=o} came. {Lynda Rook=r} left.",
    # initials that one list has twice, and such of a mother in a paper that writes labels
    "{KR=?}, {TB=t~} and {KR=?} || {Kay Rook=k} rang. {Tom Ball=t} left. {Kay Rook=k} ate. {KR=?} wrote.",
    "Baby Q ate. Sibling 1 and Adult B came. Father 1, Baby Q and MGM left. {IR=?} wrote. || "
    + "{Ida Rook=m}, mother. " * 22,
    # a forename that is a particle, and one that is a rank
    "{Ben Rook=b}, {Ben Orton=o} and {Di Tidswell=d}. {Ben=?} ate. {Orton=o} left. {Rook=b} and {Di=d} too.",
    # two forms of a forename in one sentence are two people's
    "{Samantha Rook=m} drove {Sam Rook=k}. {Rook=?} left. || {Samantha Rook=m} rang. {Sam Rook=k~} ate.",
    # a short form of two who are known, though the list has it for one of them only
    "{Robert Rook=f} hit {Roberta Rook=m}. {Rob=?} rang. {Robert=f} fled. {Roberta=m} wept.",
    # a rank beside a forename that is spelled like it
    "{Di Rook=m} and DI {Rook=?} met. {Di=m} wept. {Rook=?} left.",
    # a grandmother with her daughter's forename and maiden name
    "Mother {Ida Rook=m}, formerly {Orton=m~}. Grandmother {Ida Orton=g~}. {Ida=?} rang.",
    # a double surname's second half begins no initials; two spellings in one list; the slip of two names
    "The mother, {Ida Rook-Orton=m}, rang. {Ida=m} left. {Ida Rook-Orton=m} wrote. Bathed. {I.O.=x}",
    "{Cabdi Rook=c}. {Cabdi=c} ate. {Cabdi=c} slept. || Born: {Abdi=b~} / {Kay=k} / {Cabdi=c}. ||"
    " {Abdi=b~} interpreted.",
    "{Ida Hokri=i} rang. || " * 9 + "Moved to {Hokri=i~}/{Hkori=t~} in May.",
    "{Hania Rook=k}, child. || "
    + "{Hania=k} ate. || " * 9
    + "{Hasina Orton=m}, mother. || {Hasina=m} rang. {Haina=?} fell.",
    # another spelling that stands oftener than hers, or with a calling that she has not
    "{Ines Rook=i} came. {Ines=i} left. || {Innes=x~} sang. {Innes=x~} bathed her. {Innes=x~} cooked."
    " {Innes=x~} read.",
    "{Ousmane Rook=f}, friend. {Ousmane=f} rang. {Ousmane=f} left. || CPN {Othman=c~} came.",
    # a forename that is a title, and one that a title's place shows
    "{Lord=f} rang. {Lord Rook=f}, father. {Kay Rook=k} is six. {Lord=f} left. || Nobody asked {Lord"
    " Rook=f}.",
    "{ROOK, Baron=k} is three. {Baron=k} hid. {Baron R=k} ran. {Rook=p~} swore.",
    # a last letter that was read twice, beside another's surname
    "{ROOKk=p~} {ORTON=q~} {BELL=r~} || PC {Kay Rook=p} came. PC {Tom Bell=r} left.",
    "{ROOKk=m} {Ida=m}\tmother\n\n{Ida Rook=m} rang.",
    # one name in two pieces, of whom nobody is known
    "{Prosper Rook=s}, brother. {Prosper=s} ran. PC {Tess Bell=t} came. || He went with {Prosper=?}"
    " {Bell=~} to the ward.",
    "{Jaskaran Rook=d}, psychiatrist. || Duplicate: {KARAN=~} {CLAKRE=~}, one street. || {Karen Clarke=m}"
    " rang.",
    # whoever is told to have two surnames is no third person, and a short form is her own
    "Records under {Zubaida Orton=m} and {Zubaida Rook=m} were searched. {Zubaida=m~} was herself"
    " {Orton=m~} once. || "
    "From: {Zubaida Bell=f}, foster carer. || {Zubaida Rook=m} rang.",
    "{Geraldine Rook=m}, mother, was registered as {Geraldine Orton=m}, became {Rook=m} at nine, and"
    " answers to "
    "{Ger Orton=m} on line. || {Orton, Gerard=g}, grandfather. {Gerard Orton=g} left.",
    "Child: {Abdirahman Rook=k} ({Abdi=k}). || {Cabdi Rook=f}, father. {Cabdi=f} rang. {Cabdi=f} left."
    " {Abdi=k} ate.",
    # a bare forename, where somebody's surname is so written with an initial
    "DI {S. Abdi=d} spoke. DI {Abdi=d} left. || {Abdi=?} rang. {Abdi=?} came home late.",
    # one document: a woman's two titles are two women's, and rows of a list of telephones
    "Ms {Ida Rook=a} helped. Mrs {Rook=?} was asked, and Ms {Ida Rook=a} again.",
    "{Tom Rook=t} came. || 1\t{Ida=i}\t{Rook=i}\t07700 900123\tmornings\n2\t{Tom=t}\t{Rook=t}\t07700"
    " 900124\tlate",
    # a relative of somebody's surname with a title, and a child who is told by her age
    "{Ida Rook=k}'s mother, Mrs {Rook=m~}, rang. {Ida=k} slept. Mrs {Rook=m~} left.",
    "{Ida Rook=k} is six. Her parents, Mr {Rook=f} and Mrs {Rook=m}, came. {Rook=?} rang.",
    # twins a letter apart, and namesakes of whom a bracket tells
    "Twin 1 {Mollie Rook=a}; twin 2 {Millie Rook=b}. {Mollie=a} slept. {Millie=b} fed. {M. Rook=?} left.",
    "{Jane Rook=m}, the mother. {Jane Rook=h}, health visitor (no relation). {Jane Rook=?} rang. {Jane=?}"
    " wept.",
    # a worker of the mother's maiden name, a field that names a post, and a child behind a post
    "{Ida Rook=m} (née {Orton=m}) came. || SW {Orton=s} rang her. || {Orton=?} wrote. {Ida=m} left.",
    "Social worker: {Ida Rook=s}. || PC {Rook=p} rang. {Ida=s} sat. {Rook=?} wrote.",
    "SW {Kay=s~} rang. {Kay Rook=k}, aged 9, ran off. The SW {Kay=k} hit was kind.",
    # who was, and is now
    "{Ida Rook=m} was {Ida Orton=m} when {Ron Orton=g}, her father, died. {Orton=?} is on the file.",
    # a worker has no former name in the family
    "{Ida Rook=h}, health visitor. " * 20
    + "|| {Ida Orton=g} rang. || {Una Orton=m}, mother. {Ida=?} fetched her.",
    # a child's age between commas, a stepfather, a number on a collar
    "{Ida Rook=k}, 3, lives with her nan, Mrs {Rook=n}. {Ida=k} bit her. Mrs {Rook=n} cried.",
    "{Ben Rook=b}'s stepfather, Mr {Rook=s~}, shouted. {Ben=b} left school at 16.",
    "PC 4412 {Rook=p} attended. || {Ida Rook=m}, mother, rang. {Rook=?} noted it.",
    # one name both ways, two spellings in one sentence, two posts of one name, and a manager who is no child
    "{Jordan Blake=j} (16) and {Blake Jordan=b} (15) ran off. {Jordan=?} was found. {Blake=?} was not.",
    "{Abbie Rook=k} said that {Abby=f~} hit her. {Abbie=k} cried.",
    "Minutes: {R. Rook=?} (chair), {R. Rook=?} (clerk).",
    "{Ida Rook=k}, aged 2. {Ida Rook=n}, nursery manager. {Ida=?} slept. {Ida Rook=?} rang.",
]


@pytest.mark.parametrize("text", CASES)
def test_asked_or_right_and_never_wrong(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize("text", CASES[::3])
def test_in_any_order_of_papers_and_mentions(text: str) -> None:
    documents, mentions, who = case(text)
    marked = dict(zip(mentions, who, strict=True))
    for order in itertools.islice(itertools.permutations(documents), 3):
        shuffled = random.Random(len(text)).sample(mentions, len(mentions))
        judged(resolve(shuffled, order), list(marked), list(marked.values()))

"""Whatever is mixed in a document: what is seen stays in its order, what is hidden is in no byte of it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact.formats.cleaners import cleaner_of
from redact.formats.proof import left_over
from redact.values.text import Format, Part
from tests.formats.word.cleaning.cleaned import cleaned_body, every_word
from tests.formats.word.word_reading import read_docx, texts

# Each makes markup of a run or of what wraps one from a word that is seen and one that is not.
Maker = Callable[[str, str], str]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code_run = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    return char("begin") + code_run + char("separate") + shown + char("end")


WRAPPERS: list[Callable[[str, str], str]] = [
    lambda inner, _: inner,
    lambda inner, _: f'<w:ins w:id="1" w:author="A">{inner}</w:ins>',
    lambda inner, hidden: (
        f'<w:sdt><w:sdtPr><w:tag w:val="{hidden}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    ),
    lambda inner, hidden: f'<w:smartTag w:element="{hidden}">{inner}</w:smartTag>',
    lambda inner, hidden: f'<w:hyperlink w:tooltip="{hidden}">{inner}</w:hyperlink>',
    lambda inner, hidden: field(f'HYPERLINK "{hidden}"', inner),
    lambda inner, hidden: f'<w:bookmarkStart w:id="7" w:name="{hidden}"/>{inner}<w:bookmarkEnd w:id="7"/>',
    lambda inner, hidden: f'{inner}<w:del w:id="2"><w:r><w:delText>{hidden}</w:delText></w:r></w:del>',
    lambda inner, hidden: f"<!-- {hidden} -->{inner}{run(hidden, '<w:vanish/>')}",
    lambda inner, hidden: run(hidden, '<w:color w:val="FFFFFF"/>') + inner,
    lambda inner, hidden: f'{inner}<w:moveFrom w:id="3">{run(hidden)}</w:moveFrom>',
]  # fmt: skip
WORDS = st.text(alphabet="bdfghklmnprstvz", min_size=4, max_size=9)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """Give the words of each paragraph that is seen, the hidden ones, and the body."""
    seen, hidden, body = [], [], ""
    for number in range(draw(st.integers(1, 5))):
        word, secret = f"seen{number}{draw(WORDS)}", f"zq{number}{draw(WORDS)}"
        inner = run(word[:3]) + run(
            word[3:], draw(st.sampled_from(["", "<w:b/>", '<w:color w:val="800000"/>']))
        )
        for wrap in draw(st.lists(st.sampled_from(WRAPPERS), max_size=3)):
            inner = wrap(inner, secret)
        body += f'<w:p w:rsidR="00A1B2C3">{inner}</w:p>'
        seen.append(word)
        hidden.append(secret)
    return seen, hidden, body


@given(paragraphs())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_seen_stays_and_what_is_hidden_is_gone(made: tuple[list[str], list[str], str]) -> None:
    seen, hidden, body = made
    copy = cleaned_body(body)
    read = read_docx(copy.content)
    assert [text.strip() for text in texts(read, Part.BODY)] == seen
    words = every_word(copy.content)
    assert [secret for secret in hidden if secret in words] == []
    assert left_over(read, cleaner_of(Format.DOCX).stays, copy) == ()
    assert cleaned_body(body).content == copy.content

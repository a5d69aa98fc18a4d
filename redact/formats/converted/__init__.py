"""Read what LibreOffice has to convert: the old Word format, OpenDocument text, rich text.

The copy that LibreOffice made is read as a Word document. It leaves things out, so the file itself is
searched besides, and each text in it that the copy does not hold is a passage too. Files are converted before
they are read, outside of the guarded child, which may start no program.

What remains: a text that the copy holds in another spelling is read twice; in the old Word format, words of
fewer than four letters that stand alone between bytes are taken for noise.
"""

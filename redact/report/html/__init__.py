"""The parts of the HTML report: safe markup, the answer, the findings, the text with its marks."""

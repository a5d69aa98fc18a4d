"""Every form of every name of a key, found in any text: what verify reports and anonymise must not leave."""

from redact.resolve.forms.finding import Searcher

__all__ = ["Searcher"]

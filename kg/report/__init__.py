"""The report: a graph told in Markdown."""

from kg.report.markdown import escape, table
from kg.report.report import report

__all__ = ["escape", "report", "table"]

"""What a reader gets: the JSON contract and its schemas, HTML reports, the findings table.

Everything here renders finished assessments; nothing here decides. pydantic and jinja2 load on first use.
"""

from recruitcheck.report.case import CaseInfo, CustodyStep, PageLinks
from recruitcheck.report.contract import dumps, from_json, to_json
from recruitcheck.report.findings_table import COLUMNS, findings_rows, write_findings_csv
from recruitcheck.report.folder import AuditFrame, batch_page, write_audit
from recruitcheck.report.html import Audience, render_assessment
from recruitcheck.report.index import IndexRow, index_row, render_index
from recruitcheck.report.schemas import SCHEMA_NAMES, schema

__all__ = [
    "COLUMNS",
    "SCHEMA_NAMES",
    "Audience",
    "AuditFrame",
    "CaseInfo",
    "CustodyStep",
    "IndexRow",
    "PageLinks",
    "batch_page",
    "dumps",
    "findings_rows",
    "from_json",
    "index_row",
    "render_assessment",
    "render_index",
    "schema",
    "to_json",
    "write_audit",
    "write_findings_csv",
]

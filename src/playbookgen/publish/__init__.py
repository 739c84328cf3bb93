"""Sites to folders: the MkDocs build, pictures put in, links checked, folders exchanged."""

from __future__ import annotations

from playbookgen.publish.builders import BUILDER_BY_NAME
from playbookgen.publish.compartment import PublishResult, publish_compartment
from playbookgen.publish.file import write_file
from playbookgen.publish.fill import fill
from playbookgen.publish.guide import FOLDER as GUIDE
from playbookgen.publish.guide import GuideSite, guide_site, publish_guide
from playbookgen.publish.guide import settings_of as guide_settings
from playbookgen.publish.host import (
    MARKDOWN_EXTENSIONS,
    MARKDOWN_OPTIONS,
    HostedSite,
    host_index,
    host_page,
    is_folder_name,
)
from playbookgen.publish.lock import output_lock
from playbookgen.publish.mkdocs import build_parts
from playbookgen.publish.root import publish_root
from playbookgen.publish.titles import marked

__all__ = [
    "BUILDER_BY_NAME",
    "GUIDE",
    "MARKDOWN_EXTENSIONS",
    "MARKDOWN_OPTIONS",
    "GuideSite",
    "HostedSite",
    "PublishResult",
    "build_parts",
    "fill",
    "guide_settings",
    "guide_site",
    "host_index",
    "host_page",
    "is_folder_name",
    "marked",
    "output_lock",
    "publish_compartment",
    "publish_guide",
    "publish_root",
    "write_file",
]

"""playbookgen: process maps and playbook sites from YAML definitions."""

__version__ = "0.1.0"

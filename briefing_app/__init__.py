"""Briefing Viewer: reads, questions and hands out structured briefings, offline."""

__version__ = "0.1.0"

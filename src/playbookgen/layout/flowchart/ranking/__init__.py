"""Ranking: which edges lead back, which rank each step has, which are the main line."""

from playbookgen.layout.flowchart.ranking.cycles import break_cycles
from playbookgen.layout.flowchart.ranking.lanes import lanes_of
from playbookgen.layout.flowchart.ranking.ranking import Ranking, rank

__all__ = ["Ranking", "break_cycles", "lanes_of", "rank"]

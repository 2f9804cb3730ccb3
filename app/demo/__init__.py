"""A sample journal: three weeks of talk with three clients, recorded through the same verbs as everything else."""

from app.demo.build import DEMO_NOW, build_demo, open_sample

__all__ = ["DEMO_NOW", "build_demo", "open_sample"]

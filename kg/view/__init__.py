"""The page: a self-contained HTML file in which a graph can be browsed."""

from kg.view.data import Places, place
from kg.view.page import render
from kg.view.table import Cell, Column, Table

__all__ = ["Cell", "Column", "Places", "Table", "place", "render"]

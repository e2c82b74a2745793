"""Settle what was told in many places of a document into its claims, each dated, with its sum."""

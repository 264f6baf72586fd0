"""Static site generator of a collectif against human trafficking: its words, its facts, its ledger.

Rule a maintainer must not break: nothing here imports MkDocs, save ``mkdocs_bridge``. MkDocs only wraps what we render.
"""

"""Accuracy, measured by the public API alone: ``python -m evals CORPORA`` prints the table.

One module a kind of gold: ``structure`` (zones at the head and the closing credits),
``attribution`` (who said what), ``speakers`` (who "he" is). Each writes the predictions in the
scorer's JSONL and lets the scorer judge; nothing here looks at the gold.

Each module has ``evaluate(corpora, eval_dir, out, workers=1)``, which gives the scorer's figures
(of ``structure`` a dict of them by set), and ``main``.
"""

"""Speed and memory, as ratios taken in one run: ``python -m benchmarks CORPUS_FOLDER``.

One module a question: ``throughput`` (characters a second against a bare word scan), ``stages``
(where the time goes), ``growth`` (10 kB to 10 MB, prose and pathological), ``memory``,
``workers``, ``imports``, ``engines``, ``peers``. Each has ``measure(...)``, which gives rows of
strings. The last two need the extras ``engines`` and ``bench``; what is not installed is left out.
"""

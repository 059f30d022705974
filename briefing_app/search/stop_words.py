"""English words that a half-remembered sentence brings along and that need not be in the claim.

Names stay searchable: `IS`, `US` and `WHO` in capitals are no fillers.
"""

_WORDS = (
    "a about after again all also am an and any are as at be because been before being both but by "
    "can could did do does for from had happen happened happens has have he her him his how i if "
    "in into is it its many me much my of on or our she should so some such than that the their "
    "them then there these they this those to was we were what when where which while who whom "
    "whose why will with would you your"
)
STOP_WORDS = frozenset(_WORDS.split())

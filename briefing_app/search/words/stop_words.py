"""English words that a half-remembered sentence brings along and that need not be in the claim.

Names stay searchable: `IS`, `US` and `WHO` in capitals are no fillers.
"""

_WORDS = (
    "a about after again all also am an and any are as at be because been before being both but by "
    "can could did do does for from had happen happened happens has have he her him his how i if "
    "in into is it its many me much my of off on or our out she should so some such than that the "
    "their them then there these they this those to was we were what when where which while who "
    "whom whose why will with would you your "
    "arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt itself ive shouldnt thats theres "
    "themselves wasnt werent whats whos wont wouldnt"
)
# What is said of how exact a number is, before it: `over 6000`, `at least 80`.
_BEFORE_NUMBERS = (
    "about almost approximately around circa exactly fewer least less more most nearly over "
    "roughly some under up"
)
ROUGHLY = frozenset(_BEFORE_NUMBERS.split())
STOP_WORDS = frozenset(_WORDS.split())

# make run and make test are the two commands; each sets the environment up by itself.

.PHONY: help run test fuzz setup bench approvals screenshots

help:
	@echo "make run          open the program (without a display: check, search, handout, picture)"
	@echo "make test         format, lint, types, arrows, tests; stops at the first failure"
	@echo "make fuzz         tries new examples of every property; EXAMPLES=20000 SEED=… TESTS=… narrow it"
	@echo "make setup        only make the environment in .venv; instant the second time"
	@echo "make bench        the benchmarks, as ratios"
	@echo "make approvals    take the approved pictures of the window anew, to be looked at"
	@echo "make screenshots  take the pictures of the README anew"

run: setup
	@.ci/start.sh

test: setup
	@.ci/check.sh

fuzz: setup
	@EXAMPLES='$(EXAMPLES)' SEED='$(SEED)' TESTS='$(TESTS)' .ci/fuzz.sh

setup:
	@.ci/set_up.sh

bench: setup
	@.venv/bin/python tests/benchmarks/run_all.py

approvals: setup
	.venv/bin/python tests/approvals/take_pictures.py --approve

screenshots: setup
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m briefing_app.gui.screenshots --readme

#!/usr/bin/env bash
# Writes .venv/bin/briefing-app, which starts the program of this checkout from any folder.
# No editable install: that needs one package more, and a .pth file that each start reads.
set -euo pipefail
cd "$(dirname "$0")/.."

# Through sh, since a #! line takes neither blanks nor a long path. To Python, which reads on below,
# that line is a string. The folder above .venv is taken from sys.prefix: $0 may be a link.
cat >.venv/bin/briefing-app <<END
#!/bin/sh
'''exec' '${PWD//\'/\'\\\'\'}/.venv/bin/python' "\$0" "\$@"
' '''
import os
import sys

sys.path[0] = os.path.dirname(sys.prefix)
from briefing_app.__main__ import main

sys.exit(main())
END
chmod +x .venv/bin/briefing-app

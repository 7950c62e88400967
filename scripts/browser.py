"""Pictures of pages, taken by Chromium: no larger than what is on the page."""

import os
import re
import subprocess
import tempfile

PROGRAM = "chromium"
SCALE = 2
LARGE = 4000


def picture(page: str) -> bytes:
    """A page as PNG. Its script says when it is done, in the attribute `data-size` of the body: `900x600`."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        shown = _run(folder, path, LARGE, LARGE, "--dump-dom")
        size = re.search(rb'data-size="(\d+)x(\d+)"', shown)
        if not size:
            raise SystemExit(f"the page does not say its size:\n{shown.decode()[-2000:]}")
        target = os.path.join(folder, "page.png")
        _run(folder, path, int(size[1]), int(size[2]), f"--screenshot={target}")
        with open(target, "rb") as file:
            return file.read()


def _run(folder: str, path: str, width: int, height: int, what: str) -> bytes:
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--allow-file-access-from-files",
        "--virtual-time-budget=20000",
        f"--force-device-scale-factor={SCALE}",
        f"--user-data-dir={os.path.join(folder, 'profile')}",
        f"--window-size={width},{height}",
        what,
        f"file://{path}",
    ]
    return subprocess.run([PROGRAM, *options], capture_output=True, timeout=120, check=True).stdout

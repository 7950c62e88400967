"""What Chromium makes of a page: the document that it ends with, and a picture no larger than what is on the page."""

import os
import re
import subprocess
import tempfile

PROGRAM = "chromium"
SCALE = 2
LARGE = 4000


def document(page: str) -> str:
    """A page as it stands, as HTML, after its scripts have run."""
    with tempfile.TemporaryDirectory() as folder:
        return _document(folder, _written(folder, page))


def picture(page: str) -> bytes:
    """A page as PNG. Its script says when it is done, in the attribute `data-size` of the body: `900x600`."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(folder, page)
        shown = _document(folder, path)
        size = re.search(r'data-size="(\d+)x(\d+)"', shown)
        if not size:
            raise SystemExit(f"the page does not say its size:\n{shown[-2000:]}")
        target = os.path.join(folder, "page.png")
        _run(folder, path, int(size[1]), int(size[2]), f"--screenshot={target}")
        with open(target, "rb") as file:
            return file.read()


def _written(folder: str, page: str) -> str:
    path = os.path.join(folder, "page.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
    return path


def _document(folder: str, path: str) -> str:
    return _run(folder, path, LARGE, LARGE, "--dump-dom").decode()


def _run(folder: str, path: str, width: int, height: int, what: str) -> bytes:
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
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

"""The child process of a crawl: a job on standard input, one line an outcome on standard output.

``python -m harvesters.fetch_child``; ``harvesters.fetch`` starts it. A crawl has a process of its own because Twisted's reactor
starts only once in one, and so that a hang or a crash costs one run and nothing else.
"""

from __future__ import annotations

import logging
import math
import os
import signal
import sys
from typing import BinaryIO

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess

from harvesters.fetch_connect import watch_connects
from harvesters.fetch_secrets import Discreet
from harvesters.fetch_settings import settings_for
from harvesters.fetch_spider import FeedSpider
from harvesters.fetch_wire import Job, decode_job

_GRACE_SECONDS = 10


def _own_stdout() -> BinaryIO:
    """Standard output for outcomes alone: whatever else prints goes to standard error from here on."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _log_discreetly(job: Job) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.ERROR)  # below that Scrapy tells whole answers
    handler.setFormatter(Discreet([request.url for request in job.requests]))
    logging.basicConfig(level=logging.ERROR, handlers=[handler])


def main() -> None:
    """Runs the crawl to its end; an orphan ends by itself soon after the deadline."""
    job = decode_job(sys.stdin.buffer.read())
    out = _own_stdout()
    signal.alarm(math.ceil(job.deadline_seconds) + _GRACE_SECONDS)
    watch_connects(job.limits.allow_hosts)
    process = AsyncCrawlerProcess(settings_for(job))
    _log_discreetly(job)
    crawler = process.create_crawler(FeedSpider)

    def emit(item: dict[str, bytes]) -> None:
        out.write(item["line"])
        out.flush()

    crawler.signals.connect(emit, signal=signals.item_scraped)  # a named function: receivers are held weakly
    process.crawl(crawler, job=job)
    process.start()


if __name__ == "__main__":
    main()

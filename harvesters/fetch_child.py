"""The child process of a crawl: a job and then requests on standard input, one line an outcome on standard output.

``python -m harvesters.fetch_child``; ``harvesters.fetch`` starts it. A crawl has a process of its own because Twisted's reactor
starts only once in one, and so that a hang or a crash costs one run and nothing else.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import BinaryIO

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess

from harvesters.fetch_connect import watch_connects
from harvesters.fetch_secrets import Discreet
from harvesters.fetch_settings import settings_for
from harvesters.fetch_spider import FeedSpider
from harvesters.fetch_wire import decode_job


def _own_stdout() -> BinaryIO:
    """Standard output for outcomes alone: whatever else prints goes to standard error from here on."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _log_discreetly() -> None:
    """Errors on standard error; the parent, which knows the addresses, takes the rest of the secrets out before it tells anyone."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.ERROR)  # below that Scrapy tells whole answers
    handler.setFormatter(Discreet([]))
    logging.basicConfig(level=logging.ERROR, handlers=[handler])


def main() -> None:
    """Runs the crawl until standard input ends, so an orphan ends with its parent."""
    told = os.fdopen(os.dup(0), "rb", buffering=0)  # unbuffered: what follows the first line is the spider's to read
    job = decode_job(told.readline())
    out = _own_stdout()
    watch_connects(job.limits.allow_hosts)
    process = AsyncCrawlerProcess(settings_for(job))
    _log_discreetly()
    crawler = process.create_crawler(FeedSpider)

    def emit(item: dict[str, bytes]) -> None:
        out.write(item["line"])
        out.flush()

    crawler.signals.connect(emit, signal=signals.item_scraped)  # a named function: receivers are held weakly
    process.crawl(crawler, job=job, told=told)
    process.start()


if __name__ == "__main__":
    main()

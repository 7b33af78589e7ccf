"""Scrapy's settings for a crawl: a careful guest. Most of the defaults are the opposite of what stands here."""

from __future__ import annotations

from typing import Any

from harvesters.fetch_wire import Job

MOST_AT_ONCE = 64
"""Fetches that run side by side, one a host at most; bounds memory (each may hold ``max_bytes``) and keeps slow hosts apart."""

_UNWANTED = {
    f"scrapy.downloadermiddlewares.{name}": None
    for name in (
        "offsite.OffsiteMiddleware",
        "robotstxt.RobotsTxtMiddleware",
        "httpauth.HttpAuthMiddleware",
        "downloadtimeout.DownloadTimeoutMiddleware",
        "retry.RetryMiddleware",
        "redirect.MetaRefreshMiddleware",
        "httpcompression.HttpCompressionMiddleware",
        "redirect.RedirectMiddleware",
        "cookies.CookiesMiddleware",
        "httpproxy.HttpProxyMiddleware",
        "httpcache.HttpCacheMiddleware",
    )
}


def product_token(user_agent: str) -> str:
    """The name that robots.txt groups are matched with (RFC 9309 section 2.2.1): the first word, without the version."""
    return user_agent.partition("/")[0].partition(" ")[0]


def _politeness(job: Job) -> dict[str, Any]:
    return {
        "USER_AGENT": job.user_agent,
        "ROBOTSTXT_USER_AGENT": product_token(job.user_agent),
        "DEFAULT_REQUEST_HEADERS": {"Accept": "text/calendar, */*;q=0.5", "Accept-Encoding": "gzip, deflate"},
        "CONCURRENT_REQUESTS": 0,  # the spider's own bound holds, one that a slow host cannot fill up
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": job.limits.delay_seconds,
        "DOWNLOAD_DELAY_JITTER": 0,  # the default would go down to half of the promised delay
    }


def _limits(job: Job) -> dict[str, Any]:
    return {
        "DOWNLOAD_TIMEOUT": job.limits.total_seconds,
        "DOWNLOAD_MAXSIZE": job.limits.max_bytes,
        "KOOSTE_CONNECT_SECONDS": job.limits.connect_seconds,
        "KOOSTE_ALLOW_HOSTS": list(job.limits.allow_hosts),
        "REACTOR_THREADPOOL_MAXSIZE": MOST_AT_ONCE + 8,  # a name server that hangs holds a thread
        "MEMUSAGE_ENABLED": True,
        "MEMUSAGE_LIMIT_MB": 1024,
        "MEMUSAGE_CHECK_INTERVAL_SECONDS": 2,
    }


def _doors_shut() -> dict[str, Any]:
    handler = "harvesters.fetch_handler.GuardedHandler"
    return {
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler, "file": None, "data": None, "ftp": None, "s3": None},
        "DOWNLOADER_MIDDLEWARES": _UNWANTED
        | {"harvesters.fetch_robots.RobotsGate": 100, "harvesters.fetch_reservation.ReservationGate": 110},
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "ROBOTSTXT_OBEY": True,
        "HTTPPROXY_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "RETRY_ENABLED": False,
        "COOKIES_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "REFERER_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_LEVEL": "ERROR",
        "LOG_INSTALL_ROOT_HANDLER": False,
        "DEPTH_LIMIT": 3,
    }


def settings_for(job: Job) -> dict[str, Any]:
    """All settings of one crawl."""
    return _politeness(job) | _limits(job) | _doors_shut()

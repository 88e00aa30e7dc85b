"""China's time: UTC+8 all the year. A day is a day in China, whatever clock the machine keeps."""

from datetime import timedelta, timezone

CHINA = timezone(timedelta(hours=8), "UTC+8")

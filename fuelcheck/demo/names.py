"""Invented names of people, shops and laboratories, and credit codes with a right check digit.

Names are put together from syllables by chance; laboratories call themselves examples. A
credit code follows GB 32100-2015 (18 characters, the last one the check digit), in a
block of body codes (``MA00…``) that the standard's own examples use.
"""

from random import Random

from stdnum.cn import uscc

SURNAMES = tuple("王李张刘陈杨赵黄周吴徐孙马朱胡郭何高罗郑")
GIVEN_FIRST = tuple("建志晓海国丽春永红文世俊秋玉振")
GIVEN_LAST = tuple("军强燕峰华娟平超霞堃明喆敏涛镕")
SHOP_FIRST = tuple("顺宏鑫恒瑞祥德永金盛广丰嘉万福云晟汇")
SHOP_LAST = tuple("达源发通泰安兴利和业旺运成昌")

COUNTY_LABORATORIES = ("示例检验检测中心", "示例石油产品质量检验所")
CITY_LABORATORY = "示例市级油品检验所"
PROVINCE_LABORATORY = "示例省级油品检验院"

_ENTERPRISE, _INDIVIDUAL = "91", "92"
_BODY = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def people(rng: Random, count: int) -> tuple[str, ...]:
    """``count`` different names of persons that do not exist."""
    names = [s + f + g for s in SURNAMES for f in GIVEN_FIRST for g in GIVEN_LAST]
    return tuple(rng.sample(names, count))


def shops(rng: Random, count: int) -> tuple[str, ...]:
    """``count`` different two-character trade names (顺达 …)."""
    return tuple(rng.sample([f + g for f in SHOP_FIRST for g in SHOP_LAST], count))


def credit_code(rng: Random, division: str, individual: bool) -> str:
    """A credit code registered in ``division``, its check digit right."""
    body = "MA00" + "".join(rng.choices(_BODY, k=5))
    stem = (_INDIVIDUAL if individual else _ENTERPRISE) + division + body
    return stem + uscc.calc_check_digit(stem)

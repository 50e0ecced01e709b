"""Words so common in this field that they tell two firms apart badly, with their normal forms."""

from __future__ import annotations

# Abbreviation or variant spelling: normal form.
SAME_WORD: dict[str, str] = {
    "intl": "international", "int": "international", "internatl": "international", "inter": "international",
    "internl": "international", "internatiional": "international", "internaitonal": "international",
    "svc": "service", "svcs": "service", "srvc": "service", "srvcs": "service", "serv": "service", "svs": "service",
    "mgmt": "management", "mgt": "management", "mngmt": "management", "mgmnt": "management",
    "bros": "brother", "bro": "brother", "mfg": "manufacturing", "mfrs": "manufacturer", "mfr": "manufacturer",
    "recruiting": "recruitment", "recruit": "recruitment", "recruiter": "recruitment", "recr": "recruitment",
    "recruitments": "recruitment", "rec": "recruitment", "rctg": "recruitment",
    "consultant": "consultancy", "consulting": "consultancy", "consultation": "consultancy", "consult": "consultancy",
    "cons": "consultancy", "conslt": "consultancy", "consultancies": "consultancy", "agencies": "agency", "agcy": "agency", "agy": "agency",
    "enterprize": "enterprise", "ent": "enterprise", "entp": "enterprise", "entpr": "enterprise", "entps": "enterprise",
    "enterprice": "enterprise", "trdg": "trading", "trade": "trading", "trader": "trading", "travel": "travel", "travelling": "travel",
    "trvl": "travel", "tour": "tour", "tourism": "tour", "o/s": "overseas", "oversea": "overseas", "ovs": "overseas",
    "o'seas": "overseas", "oseas": "overseas", "manpowers": "manpower", "mp": "manpower", "hr": "hr",
    "emp": "employment", "empl": "employment", "assoc": "associate", "assocs": "associate", "assn": "association",
    "grp": "group", "bus": "business", "tech": "technology", "techs": "technology", "technologies": "technology", "eng": "engineering",
    "engg": "engineering", "engr": "engineering", "const": "construction", "constr": "construction",
    "contr": "contracting", "contractor": "contracting", "dev": "development", "devt": "development", "devel": "development",
    "centre": "centre", "center": "centre", "ctr": "centre", "natl": "national", "nat": "national", "univ": "university",
    "sol": "solution", "soln": "solution", "solns": "solution", "sols": "solution", "labor": "labour", "organization": "organisation",
    "org": "organisation", "dept": "department", "govt": "government", "ind": "industry", "inds": "industry",
    "industrial": "industry", "imp": "import", "exp": "export", "pers": "personnel", "placements": "placement",
    "transp": "transport", "transportation": "transport", "hosp": "hospital", "lab": "laboratory", "labs": "laboratory", "ltg": "lighting",
    "bldg": "building", "bldrs": "builder", "dist": "distribution", "distr": "distribution", "prod": "product", "prods": "product",
    "props": "property", "properties": "property", "invest": "investment", "inv": "investment", "hldg": "holding", "hldgs": "holding",
    "st": "st", "saint": "st", "mt": "mount", "ft": "fort", "gen": "general", "supplies": "supply", "supplier": "supply",
    "farming": "farm", "svces": "service", "domestics": "domestic", "agri": "agricultural", "agric": "agricultural",
    "n": "and", "und": "and", "et": "and", "y": "and", "e": "and",
}  # fmt: skip

# Share of an ordinary word's weight that a market word keeps (0 to 1); the rest of the field is 1.
WEIGHTS: dict[str, float] = {
    **dict.fromkeys("and of for the de la le el du des der die das da do del di van von in at by to".split(), 0.05),
    **dict.fromkeys(
        "overseas manpower international recruitment agency service consultancy travel trading enterprise employment "
        "management group holding human resource hr placement personnel staffing labour worker".split(),
        0.15,
    ),
    **dict.fromkeys(
        "al el tour global solution supply contracting associate association business centre bureau agent foreign "
        "domestic helper maid job career work workforce staff general company firm corporation institute office "
        "limited international export import industry commercial commerce development training outsourcing "
        "professional expert support network partner brother son sons family world worldwide express".split(),
        0.25,
    ),
    **dict.fromkeys(
        "technology engineering construction farm harvesting landscaping landscape care home healthcare health medical nursing "
        "restaurant hotel food transport transportation logistic shipping maintenance cleaning security education "
        "school academy college university hospital building builder property investment finance financial capital "
        "media digital design system software data product manufacturing manufacturer distribution laboratory pharmacy "
        "foundation trust society organisation department government ministry project venture ranch orchard nursery "
        "talent people city national new uk usa india bangladesh pakistan nepal lanka ceylon philippine indonesia "
        "malaysia singapore hong kong hongkong gulf arab arabian asia asian europe european london dubai qatar saudi "
        "kuwait oman bahrain emirates uae gcc mideast middle east west north south far eastern western northern southern".split(),
        0.45,
    ),
}

# Chinese, Japanese, Korean, Thai, Arabic and other phrases of the field, as they stand in the name.
PHRASES: dict[str, str] = {
    "僱傭": "employment", "雇佣": "employment", "雇傭": "employment", "僱佣": "employment", "職業介紹所": "employment agency", "职业介绍所": "employment agency",
    "介紹所": "agency", "介绍所": "agency", "服務": "service", "服务": "service", "中心": "centre", "公司": "company",
    "集團": "group", "集团": "group", "國際": "international", "国际": "international", "人力資源": "human resource",
    "人力资源": "human resource", "人力": "manpower", "顧問": "consultancy", "顾问": "consultancy", "管理": "management", "代理": "agency",
    "派遣": "staffing", "人材": "manpower", "人才": "manpower", "勞務": "labour", "劳务": "labour", "海外": "overseas",
    "外傭": "foreign domestic helper", "女傭": "maid", "家傭": "domestic helper", "家政": "domestic service", "貿易": "trading", "贸易": "trading", "旅遊": "travel",
}  # fmt: skip


def normal_word(token: str) -> str:
    """The token's common form: abbreviation spelt out, market word in the singular."""
    known = SAME_WORD.get(token)
    if known is not None:
        return known
    if len(token) > 3 and token.endswith("s") and not token.endswith("ss"):
        single = token[:-1]
        for form in (single, f"{token[:-3]}y" if token.endswith("ies") else single):
            spelt = SAME_WORD.get(form, form)
            if spelt in WEIGHTS:
                return spelt
    return token


def is_market_word(token: str) -> bool:
    """Whether a normal word is common in this field."""
    return token in WEIGHTS


def weight(token: str) -> float:
    """Share of an ordinary word's weight, 0 to 1."""
    return WEIGHTS.get(token, 1.0)

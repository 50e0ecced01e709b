"""Legal forms worldwide: many spellings, one id each."""

from __future__ import annotations

import re

from recruitcheck.names.fold import fold

# id: spellings as they fold. The id says what the form is, not where it is from.
_SPELLINGS: dict[str, str] = {
    "ltd": "ltd; limited; ltda; limitada; ltd sti; limited sirketi; ltee; limitee; lmt; limted; limitd; tnhh; cong ty tnhh; "
    "trach nhiem huu han; cong ty trach nhiem huu han; you xian gong si; you xian ze ren gong si; yugen kaisha; "
    "chamkad; brisath chamkad; co tnhh; limiteds; ooo; oy ltd; prajecht; limited liability; mehdood; mahdud; mahdouda",
    "pvt": "pvt; private; pte; pvte; prvt; pty; proprietary; p",
    "ltd_pvt": "tovarystvo z obmezhenoyu vidpovidalnistyu; tov; obshchestvo s ogranichennoy otvetstvennostyu",
    "co": "co; company; coy; cia; cie; compagnie; compania; comp; gong si; sharkat; sharika; sirketi; sti",
    "sdn_bhd": "sdn bhd; sendirian berhad; sdn berhad; sdn",
    "bhd": "bhd; berhad",
    "inc": "inc; incorporated; incorp; incorporation",
    "corp": "corp; corporation; corpn",
    "llc": "llc; l l c; limited liability company; limited liability co; lc",
    "wll": "wll; w l l; with limited liability",
    "spc": "spc; s p c; single person company",
    "fze": "fze; free zone establishment",
    "fzc": "fzc; fzco; free zone company; fz llc; fzllc",
    "bsc": "bsc; b s c; bsc c",
    "qsc": "qsc; qpsc; q s c",
    "kscc": "kscc; ksc; k s c",
    "est": "est; establishment",
    "plc": "plc; public limited company; public ltd company; p l c; pcl; public company limited; mahachon",
    "llp": "llp; l l p; limited liability partnership",
    "lp": "lp; l p; limited partnership",
    "gp": "gp; general partnership",
    "opc": "opc; one person company",
    "gmbh": "gmbh; gesellschaft mit beschrankter haftung; mbh; ggmbh; ug; ug haftungsbeschrankt; gesmbh; gmb h",
    "gmbh_kg": "gmbh and co kg; gmbh co kg; gmbh und co kg",
    "kg": "kg; kommanditgesellschaft",
    "ag": "ag; aktiengesellschaft",
    "ev": "e v; eingetragener verein",
    "sro": "sro; s r o; spol s ro; spol s r o; spolecnost s rucenim omezenym; spolocnost s rucenim obmedzenym",
    "doo": "doo; d o o; drustvo s ogranicenom odgovornoscu",
    "dd": "d d",
    "as": "a s; as; akciova spolecnost; anonim sirketi; aksjeselskap; a o",
    "spzoo": "sp z oo; sp z o o; spolka z ograniczona odpowiedzialnoscia; spolka z oo; spzoo; sp zoo",
    "spk": "sp k; spk; sp j; spj; spolka komandytowa; spolka jawna",
    "kft": "kft; korlatolt felelossegu tarsasag; bt; zrt; nyrt",
    "srl": "srl; s r l; societa a responsabilita limitata; sociedad de responsabilidad limitada; s de rl; s de r l; srls",
    "s_de_rl_de_cv": "s de rl de cv; s de r l de c v; srl de cv; sde rl de cv",
    "sa_de_cv": "sa de cv; s a de c v; sapi de cv; sa c v; sa cv; s a de cv; sociedad anonima de capital variable; sab de cv",
    "sc_de_rl": "sc de rl; spr de rl; spr de rl de cv; sc de rl de cv; spr",
    "sarl": "sarl; s a r l; societe a responsabilite limitee; sarlu; eurl; suarl",
    "sas": "sas; s a s; sasu; societe par actions simplifiee; sociedad por acciones simplificada",
    "sa": "sa; s a; sociedad anonima; societe anonyme; sociedade anonima",
    "sac": "sac; s a c; saa; sociedad anonima cerrada; eirl; e i r l",
    "spa": "spa; s p a; societa per azioni; sociedad por acciones",
    "sl": "sl; s l; slu; sociedad limitada; sll",
    "lda": "lda; l da; unipessoal lda; sociedade por quotas",
    "eireli": "eireli; epp",
    "bv": "bv; b v; besloten vennootschap",
    "nv": "nv; n v; naamloze vennootschap",
    "bvba": "bvba; sprl; srl bv",
    "vof": "vof; v o f",
    "stichting": "stichting; stg; foundation",
    "ab": "ab; aktiebolag; a b",
    "asa": "asa",
    "oy": "oy; oyj; osakeyhtio",
    "aps": "aps; anpartsselskab",
    "oü": "ou; osauhing",
    "sia": "sia",
    "uab": "uab",
    "ood": "ood; eood; ad; ead",
    "pt": "pt; p t; perseroan terbatas; tbk; pt tbk; persero",
    "cv": "cv; c v; commanditaire vennootschap",
    "ud": "u d",
    "kk": "kk; k k; kabushiki kaisha; kabushiki gaisha; kabushikigaisha; kabushikikaisha; zhu shi hui she; zhu",
    "gk": "gk; godo kaisha; goudou kaisha; godo gaisha",
    "yk": "you xian hui she; yugen gaisha; yk",
    "zhushi": "gu fen you xian gong si; gufen youxian gongsi",
    "hk": "jusighoesa; jusikhoesa; chusik hoesa; jushikhoesa; ju sig hoe sa; yuhanhoesa",
    "jsc": "jsc; j s c; joint stock company; cjsc; ojsc; pjsc; pao; oao; zao; ao; cong ty co phan; jvc; co phan; ojsco; p j s c",
    "ip": "ip; individual entrepreneur; sole proprietorship; sole prop; sole proprietor; proprietor; prop",
    "fop": "fop",
    "psc": "psc; p s c; pllc; p l l c; pc; p c; pa; p a; apc",
    "chartered": "chtd; chartered",
    "unlimited": "unlimited; ultd; unltd",
    "cic": "cic; c i c; community interest company",
    "society": "coop; co op; cooperative; cooperative society",
    "dac": "dac; designated activity company; clg",
}  # fmt: skip

# Spellings that are also ordinary words or letters: a legal form only at the end of a name.
_ONLY_LAST = frozenset(
    "as ab ag ao ad sa sl lp gp co p pa pc pt cv bv nv kk gk yk lc spa est comp company sas sia tov ip fop bt kg lda "
    "foundation establishment prop proprietor cooperative coop chartered private unlimited limited asa ou oy dac hk "
    "corporation incorporated incorporation corp est coy cie cia compagnie compania sac saa spc epp zhu stg stichting ooo "
    "proprietary pty sti gong si cic psc jvc mbh ug bsc prajecht".split()
)
# Spellings that open a name.
_FIRST = frozenset(
    "pt cv ooo oao zao pao ao ip tov cong ty tnhh|cong ty trach nhiem huu han|cong ty co phan|pt|cv|ooo|oao|zao|pao|ao|ip|tov|fop|uab|"
    "sia|brisath|brisath chamkad|zhu shi hui she|you xian hui she|zhu|stichting|stg|perseroan terbatas|p t|c v|"
    "jusighoesa|kabushiki kaisha|kabushiki gaisha|compania|compagnie|obshchestvo s ogranichennoy otvetstvennostyu|"
    "tovarystvo z obmezhenoyu vidpovidalnistyu|sharkat|uab|sarl|sa|societe anonyme|the company".split("|")
)

BY_SPELLING: dict[tuple[str, ...], str] = {
    tuple(spelling.split()): form for form, spellings in _SPELLINGS.items() for spelling in spellings.split("; ")
}
LONGEST = max(map(len, BY_SPELLING))

# Forms written without blanks, or in another script, are set apart before folding.
_JOINED = re.compile(
    r"股份有限公司|有限責任公司|有限责任公司|有限公司|株式会社|株式會社|有限会社|合同会社|㈱|㈲|\(株\)|\(有\)|（株）|（有）|"
    r"주식회사|\(주\)|유한회사|บริษัท|จำกัด|\(มหาชน\)|(?i:\bsdn\.?bhd\b)|(?i:\bpvt\.?\s*ltd\b)|(?i:\bco\.,?ltd\b)"
)
_JOINED_AS = {
    "股份有限公司": "gu fen you xian gong si", "有限責任公司": "you xian gong si", "有限责任公司": "you xian gong si",
    "有限公司": "you xian gong si", "株式会社": "zhu shi hui she", "株式會社": "zhu shi hui she", "㈱": "zhu shi hui she",
    "(株)": "zhu shi hui she", "（株）": "zhu shi hui she", "有限会社": "you xian hui she", "㈲": "you xian hui she",
    "(有)": "you xian hui she", "（有）": "you xian hui she", "合同会社": "godo kaisha", "주식회사": "jusighoesa",
    "(주)": "jusighoesa", "유한회사": "yuhanhoesa", "บริษัท": "", "จำกัด": "chamkad", "(มหาชน)": "mahachon",
}  # fmt: skip


def set_apart(text: str) -> str:
    """The text with joined and other-script forms spelt out between blanks, ready to fold."""

    def spelt(found: re.Match[str]) -> str:
        form = found.group()
        known = _JOINED_AS.get(form)
        if known is not None:
            return f" {known} "
        return " " + re.sub(r"(?i)(sdn|pvt|co)\W*", r"\1 ", form) + " "

    return _JOINED.sub(spelt, text)


def is_form(tokens: tuple[str, ...], *, first: bool, last: bool) -> str | None:
    """The id of the form these tokens spell, if they may stand where they stand."""
    form = BY_SPELLING.get(tokens)
    if form is None or last:
        return form
    spelling = " ".join(tokens)
    if first:
        return form if spelling in _FIRST else None
    if len(tokens) == 1:
        return None if spelling in _ONLY_LAST or len(spelling) < 3 else form
    return form if all(len(token) > 1 for token in tokens) else None


def folded_form(text: str) -> str | None:
    """The id of a text that is nothing but one legal form."""
    return BY_SPELLING.get(tuple(fold(text).split()))

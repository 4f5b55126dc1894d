"""Lines that are no text at all: sharing buttons, links to more, appeals, corrections, copyright."""

from __future__ import annotations

from quiz.documents.model import BlockKind
from quiz.documents.zones.rule import rule

WORK = r"(?:article|story|piece|post|essay|report|review|interview|column|feature|chapter|work|page|paper|text|content)"

CLUTTER = (
    rule("contents", BlockKind.furniture, 25, r".{2,}?(?:\.{3,}|(?: \.){3,}|…{1,})\s*(?:\d+|[ivxl]+)$"),
    rule(
        "share",
        BlockKind.furniture,
        12,
        r"(?:share|tweet|pin|e-?mail|print|save|bookmark|copy link|like|follow(?: us)?|whatsapp|facebook|"
        r"twitter|linkedin|reddit|"
        r"telegram|x|cite|download|listen|permissions?)(?:\s*(?:this|it|on|us|via|to|by|page|article|story|[|"
        r"·•,/&]|and|with|friends?|share|tweet|"
        r"print|e-?mail|facebook|twitter|x|linkedin|reddit|whatsapp|pinterest|instagram|youtube|link|save|"
        r"\d+[km]?|post|now|more))*\s*[:!.]?$",
    ),
    rule(
        "more",
        BlockKind.furniture,
        12,
        r"\(?(?:read|see|learn|show|view|load|find out|discover|explore|watch|continue|click|tap|scroll|swipe)"
        r" (?:more|also|next|all|less|full|here|now|the (?:full|latest|rest|original)|our|reading|for|"
        r"to (?:expand|enlarge|read))\b[^.]*[.:…»>→]*$",
    ),
    rule(
        "also",
        BlockKind.furniture,
        30,
        r"(?:related|also read|read(?: also| more| next| this)?|see also|recommended|more on this|more from|"
        r"more:|more stories|don['’]?t miss|"
        r"trending|most (?:read|popular)|you (?:may|might|ll|'ll|’ll) (?:also |want )?(?:like|enjoy|be|to)|"
        r"up next|next in (?:this|the|our) series|(?:also|more) in this series|watch(?: now)?|video|listen(?: now)?|"
        r"podcast|in pictures|explainer|analysis|opinion|next|previous)(?: (?:articles?|stories|story|posts?|"
        r"reading|content|news|topics))?\s*[:»>→←|]",
    ),
    rule(
        "next",
        BlockKind.furniture,
        14,
        r"(?:[←«‹<]+ ?.+|.+ ?[→»›]+|(?:next|previous|prev|back|older|newer|home|menu|search|close|skip|jump|top)"
        r"(?: (?:to|post|posts|page|article|chapter|main|content|navigation|search|the|top|story|section|up))*)$",
    ),
    rule(
        "subscribe",
        BlockKind.furniture,
        40,
        r"(?:subscribe|sign ?up|sign ?in|log ?in|log ?out|register(?: now| here| free)?[^a-z]|join (?:us|our|"
        r"the)|donate|support (?:us|our|this|independent)|"
        r"get (?:the|our|unlimited|access|email)|become a (?:member|subscriber|patron)|already a (?:member|"
        r"subscriber)|enter your e-?mail|"
        r"never miss|stay (?:informed|up to date|connected)|follow (?:us|him|her|them|@)|like what you|"
        r"enjoy(?:ed)? (?:this|reading)|thanks? (?:you )?for (?:reading|subscribing|signing)|"
        r"start your (?:free|trial)|want (?:more|to (?:read|receive|get))|our newsletters?|the (?:best|"
        r"latest) .{0,40}(?:inbox|newsletter))",
    ),
    rule(
        "inbox",
        BlockKind.furniture,
        45,
        r".*\b(?:newsletters?|your inbox|e-?mail address|unsubscribe|push notifications|privacy policy|"
        r"terms (?:of (?:use|service)|and conditions)|"
        r"ad[- ]?blocker|enable javascript|support our (?:journalism|work|reporting)|"
        r"hold (?:the )?power(?:ful)? to account|"
        r"(?:local|independent|quality) journalism (?:needs|depends)|"
        r"become a (?:free or paid )?(?:member|subscriber|supporter) (?:from|for|today|now)|"
        r"reader-supported|tax[- ]deductible|make a (?:gift|donation))\b",
    ),
    rule(
        "cookies",
        BlockKind.furniture,
        90,
        r".*\b(?:(?:we|site|website|partners) .{0,40}use[sd]? .{0,30}cookies|accept (?:all )?cookies|"
        r"cookie (?:policy|settings|preferences))",
    ),
    rule(
        "copyright",
        BlockKind.furniture,
        80,
        r".{0,60}(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:1[89]|20)\d\d|.*\ball rights reserved\b|"
        r"copyright\b[^.]{0,60}$|.*\b(?:creative commons|CC BY)\b.*",
    ),
    rule(
        "licence",
        BlockKind.furniture,
        60,
        rf"(?:re-?printed|re-?published|reproduced) (?:with|by|from|under)\b|this (?:work|"
        rf"{WORK}) is (?:licen[sc]ed|distributed|republished|reprinted)",
    ),
    rule(
        "origin",
        BlockKind.furniture,
        60,
        rf"(?:(?:a|an earlier|the original|another) version of this|this {WORK} (?:was|has been|is|first|"
        rf"originally|appeared|appears|also|may)"
        r" ?(?:first|originally|also|been|adapted|published|republished|produced|updated|amended|corrected|"
        r"edited|part|appeared|written|based|"
        r"translated|made|supported|funded|available|not|modified|reviewed|in the)\b|originally (?:published|"
        r"appeared|posted)|"
        r"published in the (?:(?:print|online|international)\b.{0,20}|.{0,40} \d{4},? )(?:edition|issue)\b)",
    ),
    rule(
        "correction",
        BlockKind.furniture,
        120,
        r"(?:corrections?|clarifications?|editor['’]?s['’]? note|note (?:to|from) (?:readers?|editors?|"
        r"the editors?)|disclaimer|disclosure)\b.{0,30}?[:—–]",
    ),
    rule("running head", BlockKind.furniture, 14, r"\d{1,4} (?:CHAPTER|PART|UNIT) [\dIVX]+\b[^a-z]*$", case=True),
    rule("desk", BlockKind.furniture, 80, r"(?:eds|editors?)\s?: |also moving\s?:"),
    rule(
        "prompt",
        BlockKind.furniture,
        60,
        r"(?:think about it|think it over|discuss(?: it)?|ask yourself|your turn)\s?:",
    ),
    rule(
        "reporting",
        BlockKind.furniture,
        50,
        r"[(\[]?(?:additional |further )?(?:reporting|writing|editing|compiled|produced|edited|translated|"
        r"translation|fact[- ]check\w*|graphics?|research)"
        r"(?: and (?:writing|editing|reporting|additional reporting))? (?:by|for)\b",
    ),
    rule(
        "contributed",
        BlockKind.furniture,
        40,
        r"(?:(?:Staff|Special|AP|Associated Press) )?(?:[Ww]riters? |[Rr]eporters? )?"
        r"(?:[A-Z][\w.’'-]+,? (?:and )?){1,10}(?:in [A-Z]\w+ )?contributed (?:to this|reporting|research)\b",
        case=True,
    ),
    rule(
        "agency",
        BlockKind.furniture,
        25,
        r"reach .{3,60} at (?:\(?\+?\d|[\w.]{2,40}@)|our standards\s*:|"
        r"the associated press (?:contributed|receives)|for (?:more|further) information\b|"
        r"for (?:media |press )?(?:interviews|enquiries|inquiries)\b|"
        r"\(?for an? (?:graphic|interactive|table|factbox|timeline)\b|"
        r"(?:written|reviewed|edited|fact-?checked)(?:,? and (?:reviewed|fact-?checked|edited))? by\b|"
        r"visit this (?:website|site|page|link)\b|(?:still )?have (?:a |any |more )?questions?\?|"
        r"media contacts?\b|contact\s*:|press (?:contact|office)\s*:",
    ),
    rule(
        "opinion",
        BlockKind.furniture,
        80,
        r".*\b(?:views?|opinions?)(?: and opinions| and views)? (?:expressed|stated|represented|here|"
        r"are)\b.{0,90}(?:author|their own|his own|her own|not necessarily|do not)",
    ),
    rule(
        "objectives",
        BlockKind.furniture,
        200,
        r"(?:by the end of|after (?:reading|studying|completing|finishing)|in) this "
        r"(?:section|chapter|unit|lesson|module|reading|topic),? you (?:will|should|can|['’]ll)\b|"
        r"(?:learning|chapter|section) (?:objectives|outcomes|goals)\s?:",
    ),
    rule(
        "exercise",
        BlockKind.furniture,
        200,
        r"(?:(?:worked |sample |practice )?(?:example|problem|exercise)|(?:solution|answer)(?: to (?:example|"
        r"problem|exercise))?) ?(?:\d+(?:[.–-]\d+)*[a-z]?[.:)]? .*\?|\d+(?:[.–-]\d+)*[a-z]?[.:)]\s|[.:]\s)",
    ),
    rule(
        "tags",
        BlockKind.furniture,
        30,
        r"(?:tags?|categor(?:y|ies)|filed (?:under|in)|topics?|posted (?:in|under)|tagged(?: with| as)?|"
        r"labels?|sections?)\s*:|this entry was posted|bookmark the permalink",
    ),
    rule(
        "counts",
        BlockKind.furniture,
        10,
        r"\(?\d[\d,.]*[km]?\s*(?:shares?|comments?|likes?|views?|retweets?|replies|reactions?|"
        r"claps?)\b[^a-z]*(?:shares?|comments?|likes?|views?)?[^a-z]*$",
    ),
    rule(
        "placeholder",
        BlockKind.furniture,
        8,
        r"[\[(]?(?:advertisement(?:\s?[—–|:-].*)?|advertising|sponsored(?: content)?|promoted|ad|story continues.*|"
        r"article continues.*|continue reading.*|"
        r"loading\W*|image|photo|video|audio|gallery|transcript|slideshow|play|pause|close|open|menu|search|"
        r"home|pdf|view pdf|download pdf|(?:view|download|open|get|print).{0,20}pdf|"
        r"enlarge(?: this)? image|hide caption|toggle caption|view gallery|all topics|"
        r"print(?:er)?[- ]friendly.*|cite this|open access|free access|full text)[\])]?\W*$",
    ),
    rule(
        "offer",
        BlockKind.furniture,
        30,
        r".*\b(?:\d+ ?% (?:APR\b|financing\b|off (?:all|your|every|select))|(?:offer|sale) ends\b|"
        r"(?:conditions|restrictions) apply\b|limited[- ]time (?:offer|only)|money[- ]back guarantee|"
        r"(?:call|order|shop|buy) (?:now|today)[.!])",
    ),
    rule(
        "imprint",
        BlockKind.furniture,
        90,
        r".*\b(?:ISBN(?:-1[03])?:? ?[\dX-]{10}|(?:text|document|publication|report) may (?:not )?be reproduced\b)",
    ),
    rule(
        "revised",
        BlockKind.furniture,
        30,
        r".*\bthis (?:article|page|entry) was (?:most recently|last) (?:revised|updated|edited|modified)\b",
    ),
    rule("ornament", BlockKind.furniture, 60, r"[\W_]+$"),
    rule("crumbs", BlockKind.furniture, 20, r"[^.!?]{1,40}(?:\s*[>»›/|·•]\s*[^.!?]{1,40}){2,}$"),
    rule(
        "transcriber",
        BlockKind.furniture,
        200,
        r"\[?(?:transcriber['’]?s? note|produced by .{3,80}(?:proofread|e-?text|volunteers)|e-?text prepared by)",
    ),
)

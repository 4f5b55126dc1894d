"""The words that introduce what somebody said, thought or wrote."""

from __future__ import annotations

import re

# Verbs whose subject is the speaker of a quotation that hangs on them.
CUES = frozenset(
    """
    accuse acknowledge add admit admonish advise advocate affirm agree allege announce answer argue ask assert assure
    attest attribute avow back beg believe blame blast boast brand bristle brush call caution celebrate challenge
    characterise characterize charge chide cite claim clarify comment compare complain concede conclude condemn confess
    confide confirm congratulate contend continue counsel counter cry criticise criticize decide declare decry defend
    define demand denounce deny deride describe detail disclose dismiss dispute dub echo elaborate emphasise emphasize
    encourage endorse exclaim explain exhort expect express exult fear fire forecast gloat grumble guess hail hint hope
    implore imply indicate infer inform insist interject intone invoke joke label lament laud lecture maintain
    mention mock mourn muse note nickname object observe offer opine order pledge plead point ponder post praise pray
    predict press proclaim profess promise pronounce propose protest prove push question quip quote rail rage
    read reason
    reassure rebuke rebut recall recite recommend recount refer reflect refute reiterate reject rejoice relate remark
    remember remind repeat reply report request resolve respond retort reveal ridicule roar rule say scoff scold scream
    shout shrug sigh signal slam snap speak specify speculate state stipulate stress suggest summarise summarize
    surmise suspect swear sympathise sympathize sum talk taunt tease tell term testify thank theorise theorize think
    threaten thunder toast tout tweet underline underscore urge vent view voice volunteer vote vow want warn welcome
    wish wonder worry write yell
    apologise apologize assail bemoan bet blog bluster boom chant chastise chuckle clarify coin concur crow deadpan
    depict email enthuse estimate fume gripe growl gush howl huff insinuate interrupt jest jibe lambast lambaste lash
    mumble murmur mutter narrate opine pen portray posit preach quiz rant rave rebuff recommend relay reminisce
    retaliate retweet rib savage scribble scrawl sing sneer snarl sob spell sputter stammer text trumpet utter wail
    whine whisper wisecrack gasp hypothesise hypothesize name find regret regard telegraph cable wire judge greet
    """.split()
)
# Cues where a clause or a pause tells that they are: "held that", "the planters, she recorded, laughed".
CLAUSAL = frozenset("hold accept record grant radio".split())
# Cues of two words: "went on", "put it", "shot back".
PHRASAL = {"go": "on", "put": "it", "shoot": "back", "chime": "in", "hit": "back", "lash": "out"}
# Cues of what goes on in a head: the words may be those of who reports it.
THOUGHT = frozenset(
    """
    believe consider decide expect fear feel find guess hope know mean ponder push reason suspect think want wish wonder
    """.split()
)
# Cues that say something of a person or thing with a phrase: "called the plan “a gift”".
NAMING = frozenset(
    """
    call describe dub label brand term characterise characterize define hail denounce dismiss condemn praise judge
    regard greet
    """.split()
)
# Nouns whose owner or "by"/"of" is the speaker: "in the words of Smith", "Smith's claim that ...".
CUE_NOUNS = frozenset(
    """
    word statement claim assertion warning remark comment description argument view opinion declaration announcement
    promise pledge call demand letter speech interview tweet post phrase message verdict report testimony memo complaint
    question answer response reply criticism accusation allegation suggestion idea note concern fear joke quote line
    text essay book article editorial column email e-mail release headline plan belief hope threat charge attack
    insistence admission confession plea appeal proposal prediction vow term attempt explanation reference diary
    farewell entry telegram manifesto petition conclusion finding judgement judgment
    patent memoir memoirs obituary pamphlet treatise despatch dispatch poem
    """.split()
)
# Those of them whose "of" says what they are about.
ABOUT = frozenset(
    """
    account article attack book complaint criticism description essay explanation fear headline hope idea joke memo
    question reference report threat warning
    """.split()
)
# Verbs that only carry such a noun: "made the claim that", "issued a statement".
GIVING = frozenset(
    """
    make issue release give have deliver offer send post draw use publish put write sign raise begin open compose leave
    dictate
    """.split()
)
# Endings a speaker's mention may have that are no part of the name.
HONORIFICS = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor senator sen
    representative rep congressman congresswoman governor gov mayor king queen prince princess tsar czar emperor empress
    shah sultan pope cardinal archbishop bishop reverend rev father sister brother rabbi imam ayatollah grand
    general gen
    colonel col major captain capt lieutenant lt sergeant sgt admiral adm rear judge justice secretary director chairman
    chairwoman chair ceo attorney ambassador foreign deputy spokesman spokeswoman spokesperson leader chief commissioner
    inspector detective officer officers councilman councilwoman speaker former then-president ex-president saint st
    comrade marshal field count duke baron earl assemblyman assemblywoman alderman baroness countess duchess
    """.split()
)
# Verbs that may stand before their subject, which the tagger then takes for part of a name: "Wrote Ida Moss:".
INVERTED = frozenset(
    "stated states said says continued continues added adds wrote writes asked asks replied replies answered".split()
)
MALE = frozenset(
    """
    mr sir lord king prince tsar czar emperor shah sultan pope father brother ayatollah imam congressman chairman
    spokesman rabbi he him his himself councilman assemblyman alderman baron earl duke count
    """.split()
)
FEMALE = frozenset(
    """
    mrs ms miss dame lady queen princess empress sister congresswoman chairwoman spokeswoman
    councilwoman assemblywoman baroness countess duchess she her hers herself
    """.split()
)
# Nouns for what a person is, by their endings and the short ones by name.
ROLE = re.compile(
    r"(?:er|or|ist|ian|man|woman|person|eer|ant|ent|ess|ogue|ate|grapher|smith|wright|ster|ee|ive|mate|arch|ar|ic|crat)$|"
    r"^(?:poet|monk|priest|nun|chief|head|dean|aide|ally|expert|host|star|boss|king|queen|prince|cook|judge|nurse|coach|"
    r"guide|scribe|clerk|pilot|friend|neighbour|mother|son|wife|husband|uncle|aunt|nephew|niece|cousin|rabbi|"
    r"sheriff|czar|tsar|shah|knight|bishop|earl|duke|count|saint|hermit|diplomat|psychologist|pope|vet|mp)$"
)

// The function words of languages other than English, folded as the analyzer folds: without accents,
// `ß` as `ss`.
//
// As short as the English list, and for the same reason: negations and words that ask (`no`, `wie`,
// `quand`) carry meaning at a front desk. At most eight bytes a word.

enum StopWordLists {
  /// Articles, prepositions and forms of *to be* that are not indexed, by language.
  static let stop: [String: String] = [
    "da": "af at de den der det en er et for fra har i med og om pa som til var",
    "de": """
    am an auf aus bei das dass dem den der des die ein eine einem einen einer eines es fur \
    hat ich im in ins ist mit oder sie sind um und vom von vor war zu zum zur
    """,
    "es": """
    a al con de del e el en es esta este esto ha la las lo los o para por que se ser son su \
    sus un una y
    """,
    "fi": "ja joka jos on oli se sen siina tai tama etta",
    "fr": """
    a au aux avec ce ces cette d dans de des du elle en est et il ils l la le les leur ou \
    par pour que qui s sa se ses son sont sur un une
    """,
    "it": """
    a al alla che con da dal dalla dei del della di e ed gli ha i il in la le lo nel nella o \
    per si sono su sul sulla un una uno
    """,
    "nb": "av de den der det en er et for fra har i med og om pa som til var",
    "nl": """
    aan als bij dat de der die dit een en het in is met of om op te tot uit van voor was \
    zijn
    """,
    "no": "av de den der det en er et for fra har i med og om pa som til var",
    "pt": """
    a ao aos as com da das de do dos e em entre foi na nas no nos o os ou para pela pelo por \
    que se ser sua um uma
    """,
    "sv": "av att de den det en ett for fran har i med och om pa som till var ar",
  ]

  /// Pronouns and auxiliaries that are searched for but say little, by language.
  static let weak: [String: String] = [
    "da": "dig han hun jeg kan mig min skal vi vil",
    "de": """
    aber bin bist du er euch habe haben ihm ihn ihnen ihr ihre kann konnen mein meine mich \
    mir muss sein seine soll uns unser wenn werde werden will wir wird
    """,
    "es": """
    debe he le les me mi mis nos nosotros pero puede puedo quiere si soy te tiene tengo tu \
    usted yo
    """,
    "fi": "han haluan he me meidan mina minun olen sina te voi voin",
    "fr": """
    ai avez avons elles etre je lui ma mais me mes moi mon nos notre nous peut peux si suis \
    tu vos votre vous
    """,
    "it": "ci devo ho io lei loro lui ma me mi mia mio noi posso puo se sua suo ti tu vi voi",
    "nb": "deg han hun jeg kan meg min skal vi vil",
    "nl": """
    bent ben heb heeft hij ik je jij kan kunnen maar mag me mij mijn moet u uw we wij wil ze \
    zij
    """,
    "no": "deg han hun jeg kan meg min skal vi vil",
    "pt": """
    ela ele eles esta estou eu lhe mas me meu minha nosso pode posso seu te tem tenho \
    voce
    """,
    "sv": "dig du han hon jag kan mig min ska vi vill",
  ]
}

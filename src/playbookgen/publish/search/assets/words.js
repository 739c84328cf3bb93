/* How words are compared: folded, cut to their stems, Japanese by its scripts. */

const HAN = "\\p{Script=Han}々〆〇";
const KANA = "\\p{Script=Hiragana}\\p{Script=Katakana}ーｰﾞﾟ";
const WORD = new RegExp(`(?:(?![${HAN}${KANA}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
const PIECE = new RegExp(
  `(?<han>[${HAN}]+)|(?<hiragana>\\p{Script=Hiragana}+)|(?<katakana>[\\p{Script=Katakana}ーｰﾞﾟ]+)` +
    `|(?<word>(?:(?![${HAN}${KANA}])[\\p{L}\\p{N}\\p{M}])+)`,
  "gu",
);
const OTHER_LETTERS = { "ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe" };
const folded = new Map();

/** A character as it is compared: small, without marks; kana of one kind, long marks left out. */
function foldCharacter(character) {
  let result = folded.get(character);
  if (result === undefined) {
    result = character
      .toLowerCase()
      .normalize("NFKD")
      .replace("и\u0306", "й") // a letter of its own, unlike ё
      .replace(/(?![\u3099\u309a])\p{M}/gu, "")
      .normalize("NFC")
      .replace(/[ıłđøßæœ]/g, (letter) => OTHER_LETTERS[letter])
      .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[ーｰ]/g, "");
    folded.set(character, result);
  }
  return result;
}

function fold(text) {
  return Array.from(text.normalize("NFKC"), foldCharacter).join("");
}

const foldedWords = new Map();

/** As `fold`, for what occurs again and again. */
function foldWord(word) {
  let result = foldedWords.get(word);
  if (result === undefined) foldedWords.set(word, (result = fold(word)));
  return result;
}

/** A folded text, and for each of its characters where it stands in the original. */
function foldInPlace(text) {
  let result = "";
  const places = [];
  let place = 0;
  for (const character of text) {
    for (const letter of foldCharacter(character)) {
      result += letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push(place);
    }
    place += character.length;
  }
  places.push(place);
  return { text: result, places };
}

/* The ends of words. Longer ends come first; what remains keeps at least three letters. */

const RUSSIAN_ENDS =
  /(?:иями|иях|ями|ами|ией|иям|ием|ев|ов|ие|ье|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|ее|ые|ое|ими|ыми|ый|им|ым|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею|ать|ять|ить|еть|ыть|ает|яет|ует|ают|яют|уют|ешь|ишь|(?<=.{5})(?:ит|ят|ет|ут)|й|и|ы|ь|ю|я|а|е|о|у)$/;

function stemRussian(word) {
  let stem = shortened(word.replace(/(?<=.{3})(?:ся|сь)$/, ""), RUSSIAN_ENDS, 3);
  stem = stem.replace(/(?<=.{3})[иь]$/, "").replace(/(?<=.{3})ост$/, "").replace(/(?<=.{3})нн$/, "н");
  // A vowel that comes and goes: сделок, сделка.
  return stem.replace(/(?<=.{2}[бвгджзклмнпрстфхцчшщ])[ое](?=[кц]$)/, "");
}

const ROMANIAN_ENDS =
  /(?:iunilor|iului|iul|iunile|iunii|iunea|iune|iuni|urilor|urile|uri|iilor|ilor|elor|iile|ului|iei|ile|ele|lor|lui|ei|ii|ea|ia|ie|iu|le|ul|i|a|e|u)$/;
const ROMANIAN_FORMS =
  /(?:itat|atur|abil|ibil|atoar|itoar|ator|itor|eaz|esc|est|asc|and|ind|ant|ent|ar|er|ir|at|it|ut|ez|az)$/;

function stemRomanian(word) {
  let stem = shortened(word, ROMANIAN_ENDS, 3);
  stem = shortened(shortened(stem, ROMANIAN_FORMS, 4), /el$/, 3);
  // Vowels that change in the stem: piața, pieței; scrisoare, scrisori.
  return stem.replace(/oa/g, "o").replace(/ea|ia|ie/g, "e");
}

// Forms that share too few letters with their word.
const ENGLISH_FORMS = new Map(
  (
    "began:begin begun:begin bought:buy built:build came:come chose:choose chosen:choose criteria:criterion " +
    "did:do does:do done:do drew:draw drawn:draw felt:feel found:find gave:give given:give went:go gone:go " +
    "held:hold kept:keep knew:know known:know led:lead left:leave lost:lose made:make met:meet paid:pay " +
    "people:person rode:ride ridden:ride said:say sent:send sold:sell spent:spend spoke:speak spoken:speak " +
    "taught:teach taken:take took:take thought:think told:tell understood:understand won:win wrote:write written:write"
  ).split(" ").map((pair) => pair.split(":")),
);
const ENGLISH_ENDS = [
  [/(?:ization|isation)s?$/, "iz", 3],
  [/(?:ifications?|ifying|ified|ifies|ifier|ify)$/, "if", 3],
  [/(?:ational|ations?|ators?|ated|ating|ates?)$/, "", 3],
  [/sses$/, "ss", 3],
  [/(?<=gr|nt)eed$/, "ee", 3],
  [/(?:ibilities|ibility|abilities|ability|ibly|ably|ible|able)$/, "", 3],
  [/(?:iveness|fulness|ousness)$/, "", 3],
  [/(?:ied|ies|iest|ier)$/, "", 3],
  [/(?:ives?|ively)$/, "", 5],
  [/(?:ments?|ness(?:es)?|ences?|ances?|ities|ity|ions?|als?|ally|ers?|ors?|ly)$/, "", 4],
  [/(?:ings?|edly|ed)$/, "", 3],
  [/(?<!s)s$/, "", 3],
];

function stemEnglish(word) {
  let stem = ENGLISH_FORMS.get(word) ?? word;
  for (const [ends, kept, least] of ENGLISH_ENDS) {
    const shorter = stem.replace(ends, kept);
    if (shorter !== stem && shorter.length >= least && /[aeiouy]/.test(shorter)) {
      stem = shorter;
      // An agent or an act of what ends so, too: negotiators, managements.
      if (stem.length > 5) stem = shortened(stem, /(?:at|ment|er|ion|al|enc|anc)$/, 4);
      break;
    }
  }
  stem = shortened(stem, /(?:ey|e|y|i)$/, 3);
  return stem.replace(/([bdgklmnprt])\1$/, "$1");
}

function shortened(word, ends, least) {
  const shorter = word.replace(ends, "");
  return shorter.length >= least ? shorter : word;
}

const stems = new Map();

/** What a folded word has in common with its other forms. */
function stemOf(word, language) {
  const key = `${language} ${word}`;
  let stem = stems.get(key);
  if (stem === undefined) {
    if (/\d/.test(word) || word.length < 3) stem = word;
    else if (/[а-я]/.test(word)) stem = stemRussian(word);
    else stem = language === "ro" ? stemRomanian(word) : stemEnglish(word);
    stems.set(key, stem);
  }
  return stem;
}

/** Words that are looked for only when there is nothing else to look for. */
const SMALL_WORDS = {
  en:
    "a about an and are as at be by can do does for from has have how i if in into is it me my of on or our s should " +
    "t that the them there they this to was we what when where which who why will with would you your",
  ja: "",
  ro:
    "a ai al ale am are ca care catre ce cine cu cum cand da daca de din e este fi in intre la mai ne noastra nostru " +
    "noi o pe pentru prin sa sau se si sunt un una unde unei unui",
  ru:
    "а быть в вы для до если за и из или их к как какие какой когда которые который ко кто ли мы на над нам не о об от " +
    "по под при с со то у чем что это",
};
const smallWords = new Map(
  Object.entries(SMALL_WORDS).map(([language, words]) => [language, new Set(words.split(" "))]),
);

function isSmall(word, language) {
  return (smallWords.get(language) ?? smallWords.get("en")).has(word);
}

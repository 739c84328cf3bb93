/* What a query finds: sections by the words of their titles, their texts and the pages around them. */

const TITLE = 5;
const AROUND = 1.2;
const TEXT = 1;
const CANDIDATES = 150;
const ALIKE = 2;
const ENOUGH = 5; // sections with all the words, beside which those with some are not shown
const OKURIGANA = "[ぁ-ん]{0,2}";

/** One language's sections, ready to be searched. */
class Finder {
  constructor(index) {
    this.language = index.language;
    this.words = new Map(); // word → {stem, found: Map(section → weight)}
    this.sections = index.sections.map(([page, anchor, title, within, text, weight, aliases]) => {
      const [path, name, above] = index.pages[page];
      return {
        page: index.folder + path, anchor, title, within, text, weight, aliases: aliases ?? [],
        name: title === name && !anchor ? "" : name, above,
      };
    });
    for (const section of this.sections) this.read(section);
    this.synonyms = index.synonyms.map((group) =>
      group.map((phrase) => ({ phrase, folded: fold(phrase), stems: this.stemsOf(phrase) })),
    );
  }

  read(section) {
    const titles = [section.title, ...section.aliases].join("\n");
    const around = [section.within, section.name, section.above].join("\n");
    lazily(section, "folded", () => ({ title: fold(titles), around: fold(around), text: fold(section.text) }));
    this.readWords(section, around, AROUND);
    this.readWords(section, section.text, TEXT);
    this.readWords(section, titles, TITLE);
  }

  readWords(section, text, weight) {
    for (const word of wordsOf(text)) {
      let entry = this.words.get(word);
      if (!entry) this.words.set(word, (entry = { stem: stemOf(word, this.language), found: new Map() }));
      const known = entry.found.get(section) ?? 0;
      const more = weight === TEXT && known >= TEXT && known < 2 ? 0.2 : 0;
      entry.found.set(section, Math.max(known, weight) + more);
    }
  }

  stemsOf(phrase) {
    const words = Array.from(phrase.matchAll(WORD), ([word]) => fold(word));
    return words.filter((word) => !isSmall(word, this.language)).map((word) => stemOf(word, this.language));
  }

  /** The sections that a query finds, the best first, with what to mark in them. */
  find(query) {
    const marks = new Marks();
    const terms = termsOf(query, this);
    const scores = new Map();
    let whole = 0;
    for (const term of terms) {
      const found = this.evaluate(term, marks);
      const rarity = Math.log(1 + this.sections.length / Math.max(found.size, 1));
      whole += rarity;
      for (const [section, weight] of found) {
        const score = scores.get(section) ?? { sum: 0, share: 0 };
        score.sum += rarity * weight;
        score.share += rarity;
        scores.set(section, score);
      }
    }
    return { marks, ...this.ranked(scores, whole, marks, fold(query)) };
  }

  ranked(scores, whole, marks, query) {
    const some = Array.from(scores, ([section, { sum, share }]) => ({
      section, share: share / whole, score: sum * section.weight * (share / whole) ** 3,
    }));
    const complete = some.filter(({ share }) => share > 0.999).length;
    const least = complete >= ENOUGH ? 0.75 : complete ? 0.45 : 0.3;
    const kept = some.filter(({ share }) => share >= least).sort(better).slice(0, CANDIDATES);
    for (const item of kept) item.score *= closeness(item.section, marks, query);
    kept.sort(better);
    return { found: spread(kept), score: kept[0]?.score ?? 0 };
  }

  evaluate(term, marks) {
    const found = new Map();
    for (const { parts, weight } of term) {
      for (const [section, value] of this.together(parts, marks, weight)) {
        found.set(section, Math.max(found.get(section) ?? 0, value * weight));
      }
    }
    return found;
  }

  /** The sections with all parts, by the weakest; the parts of a phrase are marked only in these. */
  together(parts, marks, weight) {
    const own = parts.length > 1 && weight < 1 ? new Marks() : marks;
    let result = null;
    for (const part of parts) {
      const found = part.word === undefined ? this.withCharacters(part, own) : this.withWord(part, own, weight);
      result = result === null ? found : new Map(
        Array.from(result)
          .filter(([section]) => found.has(section))
          .map(([section, value]) => [section, Math.min(value, found.get(section))]),
      );
    }
    if (own !== marks) marks.phrases.push({ marks: own, sections: new Set(result.keys()) });
    return result ?? new Map();
  }

  withWord(part, marks, weight) {
    const found = new Map();
    const add = (word, entry, likeness) => {
      marks.words.set(word, Math.max(marks.words.get(word) ?? 0, likeness * weight));
      for (const [section, value] of entry.found) {
        found.set(section, Math.max(found.get(section) ?? 0, value * likeness));
      }
    };
    for (const [word, entry] of this.words) {
      const likeness = alike(part, word, entry.stem);
      if (likeness) add(word, entry, likeness);
    }
    if (found.size === 0 && part.word.length >= 5) {
      for (const [word, entry] of this.words) {
        if (isSlip(part.word, word) || isSlip(part.stem, entry.stem)) add(word, entry, 0.5);
        else if (related(part.stem, entry.stem)) add(word, entry, 0.35);
      }
    }
    return found;
  }

  withCharacters(part, marks) {
    const found = new Map();
    for (const section of this.sections) {
      const { title, around, text } = section.folded;
      const value = part.in(title) * TITLE || part.in(text) * TEXT || part.in(around) * AROUND;
      if (value) found.set(section, value);
    }
    if (found.size) marks.characters.push(part.pattern);
    return found;
  }
}

/** A property that is worked out when it is first asked for. */
function lazily(object, name, work) {
  Object.defineProperty(object, name, {
    configurable: true,
    get() {
      const value = work();
      Object.defineProperty(object, name, { value });
      return value;
    },
  });
}

function better(one, other) {
  return other.score - one.score;
}

function wordsOf(text) {
  const words = Array.from(text.matchAll(WORD), ([word]) => foldWord(word));
  // What is written with a hyphen is also looked for as one word.
  if (!/[-‑]/.test(text)) return words;
  for (const [whole] of text.matchAll(/\p{L}+(?:[-‑]\p{L}+)+/gu)) words.push(fold(whole.replace(/[-‑]/g, "")));
  return words;
}

/** How much a word of the site is the one that was asked for; 0 if not at all. */
function alike({ word, stem, isLast }, other, otherStem) {
  if (other === word) return 1;
  if (otherStem === stem) return 0.92;
  if (word.length >= (isLast ? 2 : 3) && other.startsWith(word)) return 0.55 + 0.3 * (word.length / other.length);
  if (stem.length >= 4 && otherStem.startsWith(stem) && otherStem.length <= stem.length + 3) return 0.5;
  if (otherStem.length >= 4 && stem.startsWith(otherStem) && stem.length <= otherStem.length + 3) return 0.4;
  if (word.length >= 4 && other.includes(word)) return 0.3;
  return 0;
}

/** Whether two stems begin alike, for most of their length. */
function related(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= 5 && same >= 0.6 * Math.max(one.length, other.length);
}

/** Whether one word is the other, but for a slip of the finger: two, where it is long. */
function isSlip(one, other) {
  const most = one.length >= 9 ? 2 : 1;
  return one.length >= 5 && Math.abs(one.length - other.length) <= most && slips(one, other) <= most;
}

/** How many letters are wrong, missing, too many or have changed places with the next. */
function slips(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const wrong = one[row - 1] === other[place - 1] ? 0 : 1;
      let least = Math.min(last[place] + 1, next[place - 1] + 1, last[place - 1] + wrong);
      const swapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (swapped) least = Math.min(least, before[place - 2] + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length];
}

/** How close the title is to the whole query. */
function closeness(section, marks, query) {
  const titles = [section.title, ...section.aliases];
  const covered = Math.max(...titles.map((title) => marks.share(title, section)));
  const same = titles.some((title) => fold(title) === query) ? 1.5 : 1;
  const phrase = section.folded.title.includes(query) || section.folded.text.includes(query) ? 1.2 : 1;
  return (1 + covered ** 2) * same * phrase;
}

/** At most two of a page, and of a title, among the first, so that they do not hide the others. */
function spread(items) {
  const seen = new Map();
  const first = [];
  const later = [];
  for (const { section } of items) {
    const keys = [section.page, `${section.above}\n${section.title}`];
    const counts = keys.map((key) => (seen.get(key) ?? 0) + 1);
    keys.forEach((key, place) => seen.set(key, counts[place]));
    (Math.max(...counts) <= ALIKE ? first : later).push(section);
  }
  return [...first, ...later];
}

/** The terms of a query, each with what may stand for it. */
function termsOf(query, finder) {
  const pieces = piecesOf(query, finder.language);
  const terms = pieces.map((piece) => ({ from: piece.from, to: piece.to, alternatives: piece.alternatives }));
  joinPairs(pieces, terms, finder);
  for (const { from, to, others } of synonymsIn(query, pieces, finder)) {
    const inside = terms.filter((term) => term.from >= from && term.to <= to);
    if (!inside.length) continue;
    const alternatives = others.map((other) => ({ parts: partsOf(other, finder.language), weight: 0.7 }));
    if (inside.length === 1) {
      inside[0].alternatives.push(...alternatives);
    } else {
      const parts = inside.flatMap((term) => term.alternatives[0].parts);
      terms.splice(terms.indexOf(inside[0]), inside.length, {
        from, to, alternatives: [{ parts, weight: 1 }, ...alternatives],
      });
    }
  }
  return terms.map((term) => term.alternatives);
}

/** Two words that the site writes as one: hand over. */
function joinPairs(pieces, terms, finder) {
  for (let place = 0; place + 1 < pieces.length; place += 1) {
    const [one, two] = [pieces[place].word, pieces[place + 1].word];
    const joined = one && two ? one + two : "";
    const stem = joined && stemOf(joined, finder.language);
    if (joined && Array.from(finder.words.values()).some((entry) => entry.stem === stem)) {
      const alternative = { parts: [{ word: joined, stem, isLast: false }], weight: 0.95 };
      terms[place].alternatives.push(alternative);
      terms[place + 1].alternatives.push(alternative);
    }
  }
}

function piecesOf(query, language) {
  const found = Array.from(query.normalize("NFKC").matchAll(PIECE));
  const pieces = found.map((match, place) => pieceOf(match, found[place + 1], language, place === found.length - 1));
  const without = pieces.filter((piece) => !piece.small);
  return without.length ? without : pieces;
}

function pieceOf(match, next, language, isLast) {
  const text = match[0];
  const from = match.index;
  const place = { from, to: from + text.length };
  if (match.groups.word) {
    const word = fold(text);
    const alternatives = [word, ...respelled(text)].map((spelt) => ({
      parts: [{ word: spelt, stem: stemOf(spelt, language), isLast }], weight: 1,
    }));
    return { ...place, word, small: isSmall(word, language), alternatives };
  }
  const follows = next?.groups.hiragana && next.index === place.to ? next[0] : "";
  const small = Boolean(match.groups.hiragana); // particles and ends of verbs
  return { ...place, word: "", small, alternatives: alternativesOf(text, match.groups.han ? follows : "") };
}

/** The new spelling of a Romanian word in the old one: vînzare, vânzare. */
function respelled(text) {
  const other = text.normalize("NFC").replace(/(?<=\p{L})î(?=\p{L})/gu, "â");
  return other === text ? [] : [fold(other)];
}

function alternativesOf(text, follows) {
  const whole = { parts: [charactersOf(text)], weight: 1 };
  if (text.length === 1 && follows) {
    whole.weight = 0.45; // a single character means little without its end
    return [{ parts: [charactersOf(text + follows.slice(0, 2))], weight: 1 }, whole];
  }
  if (text.length < 4 || !/\p{Script=Han}/u.test(text)) return [whole];
  const pairs = text.match(/../gu) ?? [];
  return [whole, ...pairs.map((pair) => ({ parts: [charactersOf(pair)], weight: 0.4 }))];
}

/** A run of Japanese, found anywhere, whether or not its verbs' ends are written out. */
function charactersOf(text) {
  const characters = Array.from(fold(text), (character) => character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const exact = characters.join("");
  const isHan = (character) => /\p{Script=Han}|々/u.test(character ?? "");
  const pattern = characters.map((character, place) =>
    isHan(character) && isHan(characters[place + 1]) ? character + OKURIGANA : character).join("");
  const loose = new RegExp(pattern, "u");
  return { pattern, in: (folded) => (folded.includes(exact) ? 1 : loose.test(folded) ? 0.8 : 0) };
}

function partsOf(phrase, language) {
  return piecesOf(phrase, language).flatMap((piece) => piece.alternatives[0].parts);
}

/** The other words for what stands in a query: where, and which. */
function synonymsIn(query, pieces, finder) {
  const found = [];
  const text = query.normalize("NFKC");
  const stems = pieces.map((piece) => (piece.word ? stemOf(piece.word, finder.language) : ""));
  for (const group of finder.synonyms) {
    for (const entry of group) {
      const place = entry.stems.length ? placeOf(entry.stems, stems, pieces) : placeOfCharacters(entry, text);
      if (place) found.push({ ...place, others: group.filter((other) => other !== entry).map(({ phrase }) => phrase) });
    }
  }
  return found.sort((one, other) => other.to - other.from - (one.to - one.from));
}

function placeOf(wanted, stems, pieces) {
  for (let place = 0; place + wanted.length <= stems.length; place += 1) {
    if (wanted.every((stem, step) => stem === stems[place + step])) {
      return { from: pieces[place].from, to: pieces[place + wanted.length - 1].to };
    }
  }
  return null;
}

function placeOfCharacters(entry, text) {
  const { text: foldedText, places } = foldInPlace(text);
  const place = foldedText.indexOf(entry.folded);
  if (place >= 0) return { from: places[place], to: places[place + entry.folded.length] };
  // The same characters, however much of their ends is written out: 打合せ, 打ち合わせ.
  const bare = bareOf(entry.phrase);
  const same = bare.length > 1 && /^\p{Script=Han}+$/u.test(bare) && bareOf(text).includes(bare);
  return same ? { from: text.indexOf(bare[0]), to: text.length } : null;
}

function bareOf(text) {
  return text.normalize("NFKC").replace(/\p{Script=Hiragana}/gu, "");
}

/** What is to be marked in the texts that a query found. */
class Marks {
  constructor() {
    this.words = new Map(); // how like each is to what was asked for
    this.characters = [];
    this.phrases = []; // what is marked in some sections only
  }

  /** Where the marks stand in a text of a section: sorted, apart from each other. */
  in(text, section = null) {
    const all = [this, ...this.phrases.filter(({ sections }) => sections.has(section)).map(({ marks }) => marks)];
    return merged(all.flatMap((marks) => marks.own(text)));
  }

  own(text) {
    const ranges = this.characters.length ? this.charactersIn(text) : [];
    if (!this.words.size) return ranges;
    for (const match of text.matchAll(WORD)) {
      const weight = this.words.get(foldWord(match[0]));
      if (weight) ranges.push({ from: match.index, to: match.index + match[0].length, weight });
    }
    return ranges;
  }

  charactersIn(text) {
    const { text: foldedText, places } = foldInPlace(text);
    return this.characters.flatMap((pattern) =>
      Array.from(foldedText.matchAll(new RegExp(pattern, "gu")), (match) => ({
        from: places[match.index], to: places[match.index + match[0].length], weight: 1,
      })));
  }

  /** How much of a title the query names. */
  share(title, section) {
    const letters = title.match(/[\p{L}\p{N}]/gu)?.length ?? 1;
    const named = this.in(title, section).reduce((sum, { from, to, weight }) =>
      sum + weight * (title.slice(from, to).match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
    return Math.min(1, named / letters);
  }
}

function merged(ranges) {
  const result = [];
  for (const range of ranges.sort((one, other) => one.from - other.from)) {
    const last = result[result.length - 1];
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else if (range.to > range.from) result.push({ ...range });
  }
  return result;
}

const SNIPPET = 150;

/** The part of a text that shows most of the marks: where it begins and ends. */
function bestPart(text, ranges, wide = false) {
  const length = wide ? SNIPPET / 2 : SNIPPET;
  if (text.length <= length * 1.3) return { from: 0, to: text.length };
  let best = { from: 0, count: 0 };
  for (const { from } of ranges) {
    const count = ranges.filter((other) => other.from >= from && other.to <= from + length).length;
    if (count > best.count) best = { from, count };
  }
  const from = sentenceStart(text, Math.max(0, best.from), length);
  return { from, to: wordEnd(text, Math.min(text.length, Math.max(from + length, best.from + length / 2))) };
}

/** The start of the sentence or line, if it is near; else that of a word a little before. */
function sentenceStart(text, place, length) {
  const near = Math.max(0, place - length / 2);
  const before = text.slice(near, place);
  const starts = Array.from(before.matchAll(/\n|[.!?…:]\s+|[。！？]/g));
  if (starts.length) {
    const last = starts[starts.length - 1];
    return near + last.index + last[0].length;
  }
  if (near === 0) return 0;
  const space = before.search(/\s/);
  return space < 0 ? near : near + space + 1;
}

function wordEnd(text, place) {
  const rest = text.slice(place).search(/[\s。、]/);
  return rest < 0 || rest > 20 ? place : place + rest;
}

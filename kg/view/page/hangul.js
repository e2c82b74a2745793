// Korean letters: initial consonants, and the form in which two names are compared.
const Hangul = (() => {
  const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
  const FIRST = 0xac00;
  const LAST = 0xd7a3;
  const PER_INITIAL = 588;

  // NFKC turns a lone ㅋ into the conjoining letter, which no keyboard types; it is turned back.
  const loose = (text) => text.replace(/[\u1100-\u1112]/g, (letter) => INITIALS[letter.charCodeAt(0) - 0x1100]);

  const fold = (text) => loose(text.normalize("NFKC")).toLowerCase().replace(/[\s·ㆍ‘’“”'"「」『』()]/g, "");

  const initial = (letter) => {
    const code = letter.charCodeAt(0);
    return code >= FIRST && code <= LAST ? INITIALS[Math.floor((code - FIRST) / PER_INITIAL)] : letter;
  };

  const initials = (text) => Array.from(text, initial).join("");

  const isInitials = (text) => text.length > 0 && [...text].some((c) => INITIALS.includes(c)) && /^[ㄱ-ㅎa-z0-9]+$/.test(text);

  return { fold, initials, isInitials };
})();

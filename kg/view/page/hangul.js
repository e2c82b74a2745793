// Korean letters: initial consonants, and the form in which two names are compared.
const Hangul = (() => {
  const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
  const FIRST = 0xac00;
  const LAST = 0xd7a3;
  const PER_INITIAL = 588;

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s·ㆍ‘’“”'"「」『』()]/g, "");

  const initial = (letter) => {
    const code = letter.charCodeAt(0);
    return code >= FIRST && code <= LAST ? INITIALS[Math.floor((code - FIRST) / PER_INITIAL)] : letter;
  };

  const initials = (text) => Array.from(text, initial).join("");

  const isInitials = (text) => text.length > 0 && [...text].some((c) => INITIALS.includes(c)) && /^[ㄱ-ㅎa-z0-9]+$/.test(text);

  return { fold, initials, isInitials };
})();

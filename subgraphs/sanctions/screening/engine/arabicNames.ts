/**
 * Common words of Arabic-script names with their vowels. The script writes none of the short ones, so that a
 * letter by letter transliteration (`mhmd`) loses part of the word. A missing word is compared by its
 * consonants.
 */
const vowelled: Readonly<Record<string, string>> = {
  محمد: 'muhammad',
  احمد: 'ahmad',
  محمود: 'mahmud',
  حامد: 'hamid',
  حميد: 'hamid',
  علي: 'ali',
  على: 'ali',
  حسن: 'hasan',
  حسين: 'husayn',
  حسان: 'hassan',
  خالد: 'khalid',
  عبد: 'abd',
  الله: 'allah',
  عبدالله: 'abdallah',
  الرحمن: 'al rahman',
  الرحيم: 'al rahim',
  العزيز: 'al aziz',
  الكريم: 'al karim',
  الفتاح: 'al fattah',
  القادر: 'al qadir',
  السلام: 'al salam',
  المجيد: 'al majid',
  عمر: 'umar',
  عثمان: 'uthman',
  ابو: 'abu',
  ابي: 'abi',
  بن: 'bin',
  ابن: 'ibn',
  ام: 'umm',
  يوسف: 'yusuf',
  ابراهيم: 'ibrahim',
  اسماعيل: 'ismail',
  مصطفى: 'mustafa',
  مصطفي: 'mustafa',
  كريم: 'karim',
  سعيد: 'said',
  سعد: 'saad',
  صالح: 'salih',
  سالم: 'salim',
  سليمان: 'sulayman',
  طارق: 'tariq',
  ناصر: 'nasir',
  جمال: 'jamal',
  كمال: 'kamal',
  فيصل: 'faysal',
  سلمان: 'salman',
  بشار: 'bashar',
  حافظ: 'hafiz',
  الاسد: 'al asad',
  صدام: 'saddam',
  اسامة: 'usama',
  لادن: 'ladin',
  قاسم: 'qasim',
  مسعود: 'masud',
  مهدي: 'mahdi',
  رضا: 'rida',
  زين: 'zayn',
  الدين: 'al din',
  نور: 'nur',
  سيف: 'sayf',
  فاطمة: 'fatima',
  عائشة: 'aisha',
  مريم: 'maryam',
  خديجة: 'khadija',
};

/** The spellings of one letter that writers mix: hamza and alef, the two yehs, the Persian letters, marks. */
function plainLetters(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640\u200c\u200d]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك');
}

/** The Latin words of an Arabic-script word, where it is a common one. */
export function commonArabicName(word: string): string | undefined {
  const plain = plainLetters(word);
  return Object.hasOwn(vowelled, plain) ? vowelled[plain] : undefined;
}

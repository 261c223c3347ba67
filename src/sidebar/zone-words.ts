// Time zones and languages that a file may be given, with their names; IANA names, from west to east.

export const zoneWords: Readonly<Record<string, Readonly<Record<'ru' | 'en', string>>>> = {
  'Europe/Kaliningrad': { ru: 'Калининград', en: 'Kaliningrad' },
  'Europe/Moscow': { ru: 'Москва', en: 'Moscow' },
  'Europe/Minsk': { ru: 'Минск', en: 'Minsk' },
  'Europe/Samara': { ru: 'Самара', en: 'Samara' },
  'Asia/Baku': { ru: 'Баку', en: 'Baku' },
  'Asia/Yerevan': { ru: 'Ереван', en: 'Yerevan' },
  'Asia/Tbilisi': { ru: 'Тбилиси', en: 'Tbilisi' },
  'Asia/Dubai': { ru: 'Дубай', en: 'Dubai' },
  'Asia/Yekaterinburg': { ru: 'Екатеринбург', en: 'Yekaterinburg' },
  'Asia/Almaty': { ru: 'Алматы', en: 'Almaty' },
  'Asia/Tashkent': { ru: 'Ташкент', en: 'Tashkent' },
  'Asia/Bishkek': { ru: 'Бишкек', en: 'Bishkek' },
  'Asia/Omsk': { ru: 'Омск', en: 'Omsk' },
  'Asia/Novosibirsk': { ru: 'Новосибирск', en: 'Novosibirsk' },
  'Asia/Krasnoyarsk': { ru: 'Красноярск', en: 'Krasnoyarsk' },
  'Asia/Irkutsk': { ru: 'Иркутск', en: 'Irkutsk' },
  'Asia/Yakutsk': { ru: 'Якутск', en: 'Yakutsk' },
  'Asia/Vladivostok': { ru: 'Владивосток', en: 'Vladivostok' },
  'Asia/Magadan': { ru: 'Магадан', en: 'Magadan' },
  'Asia/Sakhalin': { ru: 'Сахалин', en: 'Sakhalin' },
  'Asia/Kamchatka': { ru: 'Камчатка', en: 'Kamchatka' },
};

/** Each in itself: whoever looks for their language finds it. */
export const localeWords: Readonly<Record<string, string>> = { ru_RU: 'Русский (Россия)', en_US: 'English (United States)' };

// Names that the facts themselves need: what stands where the CRM gives none.

export const labelWords = {
  noManager: { ru: 'Без менеджера', en: 'No manager' },
  user: { ru: 'Пользователь', en: 'User' },
} as const;

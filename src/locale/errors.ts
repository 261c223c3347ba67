// Every error sentence of the product in both languages; {name} marks a parameter. The key set is checked by the compiler.
import { addonErrors } from './errors-addon';
import { formulaErrors } from './errors-formula';
import { inputErrors } from './errors-inputs';
import { oauthErrors } from './errors-oauth';
import { portalErrors } from './errors-portal';
import { runErrors } from './errors-runs';

export const errorSentences = { ...portalErrors, ...oauthErrors, ...formulaErrors, ...addonErrors, ...inputErrors, ...runErrors };

export type ErrorKey = keyof typeof errorSentences;

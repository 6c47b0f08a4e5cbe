import { hash } from 'node:crypto';

/**
 * The unique key of a row whose natural key SharePoint would mix up: it compares text without case, trims it and takes
 * at most 255 characters. SHA-256 in hex; what it was made of stands in the row too.
 */
export const digestKey = (key: string): string => hash('sha256', key).toUpperCase();

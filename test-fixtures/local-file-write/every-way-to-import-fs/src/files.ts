export * as files from 'fs';

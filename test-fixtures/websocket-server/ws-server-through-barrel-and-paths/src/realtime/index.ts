export * from './waiting-room';

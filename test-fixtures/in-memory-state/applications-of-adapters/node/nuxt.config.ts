export default defineNuxtConfig({
  nitro: { preset: 'node-server' },
});

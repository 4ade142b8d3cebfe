export default defineNuxtConfig({
  nitro: { preset: 'netlify' },
});

require('fs').writeFileSync('seed.json', '[]');

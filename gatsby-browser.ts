// Readers get no script; this serves `gatsby develop` alone, where styles are replaced while they are edited.
if (process.env.NODE_ENV === 'development') require('./src/theme/styles/site.css');

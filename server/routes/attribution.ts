/** Whom the basemap and the data have to name; the page and the README say the same. */
export const attribution =
  '© OpenStreetMap contributors (ODbL) · GSHHG (LGPL-3+, shifted) · Natural Earth · GeoNames (CC BY 4.0) · OurAirports-derived airport data (CC BY 4.0) · SRTM30/Marble · commune points: census 2009/2019 label points (MIT)'

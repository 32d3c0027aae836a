import type { Logo as LogoData } from '../../site/pages/props';

interface LogoProps {
  logo: LogoData;
  /** The name of the site, which a logo that holds it is read as. */
  name?: string;
}

/** The logo in the colors of the scheme; the one that is not shown is not loaded. */
export const Logo = ({ logo: { light, dark, hasName }, name = '' }: LogoProps) => {
  const alt = hasName ? name : '';
  return dark ? (
    <>
      <img className="logo" data-scheme="light" {...light} alt={alt} loading="lazy" />
      <img className="logo" data-scheme="dark" {...dark} alt={alt} loading="lazy" />
    </>
  ) : (
    <img className="logo" {...light} alt={alt} />
  );
};

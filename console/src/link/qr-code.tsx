import { Button } from '@mantine/core';
import type { Operation } from '../data/as-graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import classes from './link.module.css';

interface QrCodeProps {
  link: string;
  /** As `data:` addresses; `null` for a link that Telegram has cut short. */
  svg: string | null;
  png: string | null;
  /** What has read it. */
  operation: () => Operation;
}

/** The QR code of a link, to show, to keep as a file and to print: the page of paper has the code and the link alone. */
export function QrCode({ link, svg, png, operation }: QrCodeProps) {
  if (svg === null) return null;
  return (
    <section className={classes.qr} aria-label="QR code">
      <img src={svg} width={192} height={192} alt={`QR code of ${link}`} />
      <p className={classes.printed}>{link}</p>
      <div className={classes.buttons}>
        <Button component="a" variant="default" href={svg} download="invite-link.svg">
          Download SVG
        </Button>
        {png !== null && (
          <Button component="a" variant="default" href={png} download="invite-link.png">
            Download PNG
          </Button>
        )}
        <Button variant="default" onClick={() => print()}>
          Print
        </Button>
        <AsGraphql action="Read the QR code" operation={operation} />
      </div>
    </section>
  );
}

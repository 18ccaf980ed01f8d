import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e9f5f3',
  '#d0e9e5',
  '#a5d5ce',
  '#79c1b7',
  '#52ada1',
  '#33978a',
  '#1c8074',
  '#116d63',
  '#0b5a52',
  '#06443e',
];
const gray: MantineColorsTuple = [
  '#f6f7f7',
  '#edeff0',
  '#e2e6e7',
  '#d1d7d9',
  '#b3bcc0',
  '#8c979d',
  '#5f6b72',
  '#475259',
  '#31393e',
  '#1b2124',
];
const dark: MantineColorsTuple = [
  '#dbe0e2',
  '#b7bfc3',
  '#97a2a8',
  '#6c777d',
  '#3b444a',
  '#2c3439',
  '#20272b',
  '#161b1e',
  '#101416',
  '#0a0d0e',
];

const CLOSE = { closeButtonProps: { 'aria-label': 'Close' } };

/** Every text of it has the contrast of WCAG AA, light and dark: one dark shade below white text in both. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 8 },
  colors: { pine, gray, dark },
  black: gray[9],
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Dialogs, menus and notes are parts of the page's main content, as landmarks go.
    Portal: { defaultProps: { target: '#main', reuseTargetNode: false } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { ...CLOSE, centered: true, size: '30rem', transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { ...CLOSE, position: 'right', size: '28rem' } },
    Notification: { defaultProps: CLOSE },
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
});

/** Where Mantine's own colours of words lack contrast; and our own colours, which a style takes as `var(--line)`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': '#b42525',
    '--line': gray[2],
    '--surface': '#fff',
    '--sunken': gray[0],
    '--good': '#18753c',
    '--wait': '#8a5300',
    '--bad': '#b42525',
    '--chosen': pine[1],
    '--chosen-text': pine[9],
    '--note': '#fff4dc',
    '--note-text': '#5f3b00',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff9d9d',
    '--mantine-color-anchor': pine[3],
    '--line': dark[5],
    '--surface': dark[7],
    '--sunken': dark[8],
    '--good': '#6fd195',
    '--wait': '#f0b357',
    '--bad': '#ff9d9d',
    '--chosen': '#12312e',
    '--chosen-text': pine[0],
    '--note': '#3a2c10',
    '--note-text': '#ffdca3',
  },
});

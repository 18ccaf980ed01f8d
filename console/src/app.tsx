import { Suspense } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { session } from './data/session.ts';
import { Page } from './parts/page.tsx';
import { Loading, State } from './parts/states.tsx';
import { Boundary } from './shell/boundary.tsx';
import { Help } from './shell/help.tsx';
import { Layout } from './shell/layout.tsx';
import { FIRST, ROUTES } from './shell/navigation.ts';
import { SignIn } from './shell/sign-in.tsx';

export function App() {
  const state = session.use();
  if (state === 'needed' || state === 'ended') return <SignIn />;
  return (
    <Router base="/console">
      <Layout>
        <Screens />
      </Layout>
      <Help />
    </Router>
  );
}

function Screens() {
  const [location] = useLocation();
  return (
    <Boundary key={location}>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Redirect to={FIRST} replace />
          </Route>
          {ROUTES.map(({ path, screen }) => (
            <Route key={path} path={path} component={screen} />
          ))}
          <Route>
            <Page title="No such page">
              <State
                title={`There is no /console${location}`}
                text="The address may be of another version of the console."
              >
                <Link href={FIRST}>Go to the requests</Link>
              </State>
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  );
}
